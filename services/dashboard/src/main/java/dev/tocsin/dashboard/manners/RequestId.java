package dev.tocsin.dashboard.manners;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a request in answers and logs: the client's own where it is a plain one, so that both sides find it. */
public final class RequestId {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}+");

    private RequestId() {}

    public static String of(@Nullable String given) {
        return given != null && PLAIN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}

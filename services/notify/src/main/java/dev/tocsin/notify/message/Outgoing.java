package dev.tocsin.notify.message;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as it leaves the house. */
public sealed interface Outgoing {
    /** An HTTP request. Its parts may hold secrets: it is never logged. */
    record Post(URI url, Map<String, String> headers, byte[] body) implements Outgoing {
        @Override
        public String toString() {
            return "post to " + url.getHost();
        }
    }

    /**
     * A mail.
     *
     * @param id of the message, with its angle brackets
     * @param thread the id that the whole story hangs from; null where this is the one
     * @param list the value of {@code List-Id} (RFC 2919)
     */
    record Mail(
            String id, @Nullable String thread, List<String> to, String list, String subject, String text, String html)
            implements Outgoing {}
}

package dev.tocsin.dashboard.guard;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that was typed on this machine. The address alone does not: a proxy here speaks for others, and a name
 * of somebody else's that resolves to this machine (DNS rebinding) makes a browser here ask in that site's interest.
 */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /**
     * Whether nobody else can have sent it.
     *
     * @param address of the other end, a literal
     * @param authority host and port that it was sent to, as the client wrote them
     * @param forwarded whether it says that a proxy passed it on
     */
    public static boolean isOwn(@Nullable String address, @Nullable String authority, boolean forwarded) {
        return !forwarded && isHere(address) && authority != null && NAMES.contains(host(authority));
    }

    private static boolean isHere(@Nullable String address) {
        try {
            return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String host(String authority) {
        return authority.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
    }
}

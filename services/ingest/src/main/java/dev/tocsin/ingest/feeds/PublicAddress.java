package dev.tocsin.ingest.feeds;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the public Internet from all others (IANA's special-purpose registries, RFC 6890), so that a feed
 * that a stranger adds cannot make this service talk to its own network.
 */
public final class PublicAddress {
    private static final int NAT64_PREFIX_BYTES = 12;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return first != 0
                && first < 240
                // shared address space of carriers
                && !(first == 100 && second >= 64 && second < 128)
                // protocol assignments and the three documentation nets
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113)
                // benchmarking
                && !(first == 198 && (second == 18 || second == 19));
    }

    private static boolean isPublic6(byte[] b) {
        if (Arrays.equals(b, 0, NAT64_PREFIX_BYTES, NAT64, 0, NAT64_PREFIX_BYTES)) {
            return embedded(b, NAT64_PREFIX_BYTES);
        }
        int head = (b[0] & 0xff) << 8 | b[1] & 0xff;
        if (head == 0x2002) {
            return embedded(b, 2);
        }
        boolean teredoOrDocumentation =
                head == 0x2001 && (b[2] == 0 && b[3] == 0 || b[2] == 0x0d && b[3] == (byte) 0xb8);
        // 2000::/3 is all that is handed out as global unicast
        return (b[0] & 0xe0) == 0x20 && !teredoOrDocumentation;
    }

    /** A translated address is as public as the IPv4 address inside. */
    private static boolean embedded(byte[] b, int from) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(b, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

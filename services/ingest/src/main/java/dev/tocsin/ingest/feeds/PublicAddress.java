package dev.tocsin.ingest.feeds;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from all others (IANA's special-purpose registries, RFC 6890), so that a feed
 * that a stranger adds cannot make this service talk to its own network or to its cloud's metadata.
 */
public final class PublicAddress {
    private static final List<NetworkRange> NOT_PUBLIC = Stream.of(
                    // this network, private, shared by carriers, loopback, link-local (with cloud metadata)
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    // protocol assignments, documentation, the former 6to4 relays, benchmarking
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    // a cloud's metadata and internal services on addresses that look public
                    "168.63.129.16",
                    // multicast, reserved, broadcast
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // protocol assignments (Teredo, benchmarking, ORCHID), documentation, segment routing
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(NetworkRange::parse)
            .toList();

    /** All that is handed out as global unicast. */
    private static final NetworkRange GLOBAL_UNICAST = NetworkRange.parse("2000::/3");

    private static final NetworkRange NAT64 = NetworkRange.parse("64:ff9b::/96");
    private static final NetworkRange SIX_TO_FOUR = NetworkRange.parse("2002::/16");
    private static final int NAT64_IPV4_AT = 12;
    private static final int SIX_TO_FOUR_IPV4_AT = 2;
    /** Interface identifiers that embed an IPv4 address (ISATAP, RFC 5214): {@code 0:5efe} or {@code 200:5efe}. */
    private static final int ISATAP_AT = 8;

    private static final byte[] ISATAP = {0x5e, (byte) 0xfe};

    private PublicAddress() {}

    /** Java itself turns IPv4-mapped addresses ({@code ::ffff:0:0/96}) into the IPv4 addresses that they are. */
    public static boolean is(InetAddress address) {
        if (NOT_PUBLIC.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        return address instanceof Inet4Address || isPublic6(address);
    }

    private static boolean isPublic6(InetAddress address) {
        var bytes = address.getAddress();
        if (NAT64.contains(address)) {
            return embedded(bytes, NAT64_IPV4_AT);
        }
        if (SIX_TO_FOUR.contains(address)) {
            return embedded(bytes, SIX_TO_FOUR_IPV4_AT);
        }
        boolean isatap = (bytes[ISATAP_AT] & ~2) == 0
                && bytes[ISATAP_AT + 1] == 0
                && Arrays.equals(bytes, ISATAP_AT + 2, ISATAP_AT + 4, ISATAP, 0, 2);
        return GLOBAL_UNICAST.contains(address) && (!isatap || embedded(bytes, NAT64_IPV4_AT));
    }

    /** A translated address is as public as the IPv4 address inside. */
    private static boolean embedded(byte[] bytes, int from) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

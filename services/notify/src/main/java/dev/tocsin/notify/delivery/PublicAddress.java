package dev.tocsin.notify.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public Internet from those of our own machine and network, which a URL must not reach by
 * accident or by trickery (server-side request forgery). The blocks are those of the IANA special-purpose address
 * registries (RFC 6890) that are not globally reachable, with multicast.
 */
public final class PublicAddress {
    private static final List<Block> CLOSED = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** IPv6 blocks that carry an IPv4 address, and the byte it begins at: NAT64 (RFC 6052) and 6to4 (RFC 3056). */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private static final Block LOCAL_NAT64 = Block.of("64:ff9b:1::/48");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (LOCAL_NAT64.holds(bytes) || CLOSED.stream().anyMatch(block -> block.holds(bytes))) {
            return false;
        }
        if (NAT64.holds(bytes)) {
            return is(embedded(bytes, 12));
        }
        return !SIX_TO_FOUR.holds(bytes) || is(embedded(bytes, 2));
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static List<Block> blocks(String... notations) {
        return Arrays.stream(notations).map(Block::of).toList();
    }

    private record Block(byte[] prefix, int bits) {
        static Block of(String notation) {
            var parts = notation.split("/");
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((address[bit / 8] ^ prefix[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}

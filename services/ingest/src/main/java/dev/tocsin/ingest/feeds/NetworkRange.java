package dev.tocsin.ingest.feeds;

import java.net.InetAddress;
import java.util.Arrays;

/** A range of addresses in CIDR notation (RFC 4632, RFC 4291), such as {@code 10.1.0.0/16}. */
public final class NetworkRange {
    private final byte[] network;
    private final int prefix;

    private NetworkRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * @param text an address literal with or without {@code /prefix}; names are not resolved
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static NetworkRange parse(String text) {
        var parts = text.strip().split("/", 2);
        try {
            var network = InetAddress.ofLiteral(parts[0]).getAddress();
            int bits = network.length * Byte.SIZE;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("a prefix from 0 to " + bits + " is expected");
            }
            return new NetworkRange(network, prefix);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no range of addresses such as 10.1.0.0/16 or fd00::/8: " + e.getMessage(), e);
        }
    }

    public boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        int whole = prefix / Byte.SIZE;
        if (bytes.length != network.length || !Arrays.equals(bytes, 0, whole, network, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        return rest == 0 || ((bytes[whole] ^ network[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
    }
}

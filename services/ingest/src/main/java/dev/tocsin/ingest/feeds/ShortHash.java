package dev.tocsin.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ids of feeds and articles: the first 128 bits of a SHA-256, so that the same thing has the same id anywhere. */
public final class ShortHash {
    private static final int BYTES = 16;

    private ShortHash() {}

    /** 32 hex digits of the parts in their order; a part's end is marked, so {@code ab, c} is not {@code a, bc}. */
    public static String of(String... parts) {
        var digest = sha256();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                digest.update((byte) 0);
            }
            digest.update(parts[i].getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

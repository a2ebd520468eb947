package dev.tocsin.archive.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The list and the filters that a cursor belongs to, so that it is refused on any other. */
public record Scope(String text) {
    /** Of a {@link #mark}. */
    public static final int MARK_BYTES = 8;

    /** The scope of a list under filters, in a fixed order; null where one is not set. */
    public static Scope of(String list, @Nullable Object... filters) {
        return new Scope(list + Arrays.asList(filters));
    }

    /** A short hash of it. It recognises mistakes and keeps no secret: a forged cursor shows nothing a list does not. */
    public byte[] mark() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(digest.digest(text.getBytes(StandardCharsets.UTF_8)), MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

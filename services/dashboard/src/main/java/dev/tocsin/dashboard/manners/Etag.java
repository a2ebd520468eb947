package dev.tocsin.dashboard.manners;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110, section 8.8.3). That of what can be edited has two parts, {@code "edit.content"}: a condition on a
 * change looks at the first alone, so that a feed that was polled meanwhile is still the feed that somebody edits.
 */
public final class Etag {
    private static final int BYTES = 12;
    private static final int MOST = 8_192;
    private static final Pattern TAG = Pattern.compile("(?:W/)?+\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\"");

    private Etag() {}

    /** The tag of a body that only validates what a client holds; weak, because it may be sent compressed. */
    public static String weak(byte[] body) {
        return "W/\"" + hash(body) + '"';
    }

    /** The tag of something that can be edited. @param edit names what people made of it */
    public static String ofEditable(String edit, byte[] body) {
        return '"' + edit + '.' + hash(body) + '"';
    }

    /** Names what people made of something, where it has no version. */
    public static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether the client's {@code If-None-Match} names this tag, so that it need not be sent the body (13.1.2). */
    public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*") || tags(ifNoneMatch).contains(opaque(tag)));
    }

    /**
     * Whether {@code If-Match} lets a change of something go on (13.1.1).
     *
     * @param edit of the thing as it is; null where there is none
     */
    public static boolean allows(@Nullable String ifMatch, @Nullable String edit) {
        if (ifMatch == null) {
            return true;
        }
        if (edit == null) {
            return false;
        }
        return ifMatch.strip().equals("*")
                || tags(ifMatch).stream().anyMatch(t -> t.equals(edit) || t.startsWith(edit + "."));
    }

    private static List<String> tags(String header) {
        var matcher = TAG.matcher(header.length() <= MOST ? header : header.substring(0, MOST));
        return Stream.iterate(matcher, m -> m.find(), m -> m)
                .map(m -> m.group(1))
                .toList();
    }

    private static String opaque(String tag) {
        return tag.substring(tag.indexOf('"') + 1, tag.length() - 1);
    }
}

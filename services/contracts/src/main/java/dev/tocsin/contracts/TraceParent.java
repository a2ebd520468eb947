package dev.tocsin.contracts;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C Trace Context {@code traceparent} (Recommendation of 2021-11-23): version 00, 16-byte trace id, 8-byte parent
 * id, flags.
 */
public record TraceParent(String value) {
    private static final String IDS = "(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})";
    private static final Pattern FORM = Pattern.compile("00-" + IDS);
    /** Version 00, or a later one, of which the parts known today are read and what follows is ignored. */
    private static final Pattern INCOMING = Pattern.compile("(?!ff)[0-9a-f]{2}-" + IDS + "(-.*)?");

    private static final int SAMPLED = 1;

    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a W3C traceparent: " + value);
        }
    }

    /** A new trace, sampled. */
    public static TraceParent start() {
        return of(hex() + hex(), SAMPLED);
    }

    /** The next step of the trace in a header, or of a new one where the header is missing or malformed. */
    public static TraceParent continuing(@Nullable String header) {
        if (header == null) {
            return start();
        }
        var parts = INCOMING.matcher(header);
        if (!parts.matches() || (header.startsWith("00") && parts.group(3) != null)) {
            return start();
        }
        return of(parts.group(1), HexFormat.fromHexDigits(parts.group(2)));
    }

    /** The same trace with a new parent id, for what this step writes. */
    public TraceParent next() {
        return continuing(value);
    }

    /** Flags that this version does not know are set to zero, as the recommendation demands. */
    private static TraceParent of(String trace, int flags) {
        return new TraceParent("00-" + trace + "-" + hex() + ((flags & SAMPLED) == 0 ? "-00" : "-01"));
    }

    private static String hex() {
        // the lowest bit is set, because an id of zeros is invalid
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}

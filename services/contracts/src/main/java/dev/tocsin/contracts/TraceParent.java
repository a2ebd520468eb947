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
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_END = 35;
    private static final String SAMPLED = "-01";

    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a W3C traceparent: " + value);
        }
    }

    /** A new trace, sampled. */
    public static TraceParent start() {
        return new TraceParent("00-" + hex() + hex() + "-" + hex() + SAMPLED);
    }

    /** The next step of the trace in a header, or of a new one where the header is missing or malformed. */
    public static TraceParent continuing(@Nullable String header) {
        return header != null && FORM.matcher(header).matches() ? new TraceParent(header).next() : start();
    }

    /** The same trace with a new parent id, for what this step writes. */
    public TraceParent next() {
        return new TraceParent(value.substring(0, TRACE_END) + "-" + hex() + value.substring(value.length() - 3));
    }

    private static String hex() {
        // the lowest bit is set, because an id of zeros is invalid
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}

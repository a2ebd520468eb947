package dev.tocsin.contracts;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C Trace Context {@code traceparent} (Recommendation of 2021-11-23): version 00, 16-byte trace id, 8-byte parent
 * id, flags.
 *
 * @param value the header
 * @param parent the id of the step before this one, 16 hexadecimal digits; null where the trace begins here
 */
public record TraceParent(String value, @Nullable String parent) {
    private static final String IDS = "(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})";
    private static final Pattern FORM = Pattern.compile("00-" + IDS);
    /** Version 00, or a later one, of which the parts known today are read and what follows is ignored. */
    private static final Pattern INCOMING = Pattern.compile("(?!ff)[0-9a-f]{2}-" + IDS + "(-.*)?");

    private static final int SAMPLED = 1;
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a W3C traceparent: " + value);
        }
    }

    /** As it stands in a header, of which nobody knows what was before. */
    public TraceParent(String value) {
        this(value, null);
    }

    /** A new trace, sampled. */
    public static TraceParent start() {
        return of(hex() + hex(), SAMPLED, null);
    }

    /** The next step of the trace in a header, or of a new one where the header is missing or malformed. */
    public static TraceParent continuing(@Nullable String header) {
        if (header == null) {
            return start();
        }
        var parts = INCOMING.matcher(header);
        if (!parts.matches() || (header.startsWith("00") && parts.group(4) != null)) {
            return start();
        }
        return of(parts.group(1), HexFormat.fromHexDigits(parts.group(3)), parts.group(2));
    }

    /** The same trace with a new parent id, for what this step writes. */
    public TraceParent next() {
        return continuing(value);
    }

    /** The trace's id, 32 hexadecimal digits. */
    public String trace() {
        return value.substring(TRACE, SPAN - 1);
    }

    /** The id of this step, 16 hexadecimal digits: the parent of what follows from it. */
    public String span() {
        return value.substring(SPAN, FLAGS - 1);
    }

    /** Whether who began the trace wants it to be told. */
    public boolean isSampled() {
        return (HexFormat.fromHexDigits(value, FLAGS, value.length()) & SAMPLED) != 0;
    }

    /** Flags that this version does not know are set to zero, as the recommendation demands. */
    private static TraceParent of(String trace, int flags, @Nullable String parent) {
        return new TraceParent("00-" + trace + "-" + hex() + ((flags & SAMPLED) == 0 ? "-00" : "-01"), parent);
    }

    private static String hex() {
        // the lowest bit is set, because an id of zeros is invalid
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}

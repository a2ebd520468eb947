package dev.tocsin.ingest.article;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Rules that hold for every text that leaves ingest, whatever it was made from. */
final class Text {
    /** Before it all characters but blanks and controls are what they seem to be. */
    private static final int FIRST_ODD = 0x7F;

    private Text() {}

    /**
     * Clean lines: composed (Unicode NFC), one blank between words, no blank or empty line ends, no control, format or
     * private characters but those that scripts need, no half surrogate pairs.
     */
    static String clean(String raw) {
        var composed = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFC);
        var out = new StringBuilder(composed.length());
        boolean blank = false;
        boolean line = false;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            // most characters are like their neighbours, and are copied together
            if (isPlain(c) && !line && !blank) {
                int from = i - 1;
                while (i < composed.length() && isPlain(composed.charAt(i))) {
                    i++;
                }
                out.append(composed, from, i);
            } else if (isLineBreak(c)) {
                line = true;
            } else if (isBlank(c)) {
                blank = true;
            } else if (!isInvisible(c)) {
                if (!out.isEmpty() && (line || blank)) {
                    out.append(line ? '\n' : ' ');
                }
                line = false;
                blank = false;
                out.appendCodePoint(isHalfPair(c) ? '\uFFFD' : c);
            }
        }
        return out.toString();
    }

    /** {@link #clean} on one line; null where nothing is left. */
    static @Nullable String line(@Nullable String raw, int maxUnits) {
        if (raw == null) {
            return null;
        }
        var line = capped(clean(capped(raw, maxUnits * 4)).replace('\n', ' '), maxUnits);
        return line.isEmpty() ? null : line;
    }

    /** The first UTF-16 units, never ending in the middle of a surrogate pair. */
    static String capped(String text, int maxUnits) {
        if (text.length() <= maxUnits) {
            return text;
        }
        boolean splits = maxUnits > 0 && Character.isHighSurrogate(text.charAt(maxUnits - 1));
        return text.substring(0, splits ? maxUnits - 1 : maxUnits);
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < FIRST_ODD;
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\0';
    }

    /** Soft hyphens, byte order marks and controls say nothing; joiners (ZWNJ, ZWJ) and bidi marks do. */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c) || c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF';
    }

    private static boolean isHalfPair(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}

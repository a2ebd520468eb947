package dev.tocsin.ingest.charset;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What the first bytes give away (XML 1.0, appendix F): a byte order mark, or the zeros and codes that the first
 * {@code <} has in encodings that are not like ASCII.
 *
 * @param length of the byte order mark; 0 for none
 */
record Mark(Encoding encoding, int length) {
    private static final int LOOKED_AT = 256;

    static Optional<Mark> of(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return mark("UTF-8", 3);
        }
        if (starts(b, 0x00, 0x00, 0xFE, 0xFF)) {
            return mark("UTF-32BE", 4);
        }
        if (starts(b, 0xFF, 0xFE, 0x00, 0x00)) {
            return mark("UTF-32LE", 4);
        }
        if (starts(b, 0xFE, 0xFF)) {
            return mark("UTF-16BE", 2);
        }
        if (starts(b, 0xFF, 0xFE)) {
            return mark("UTF-16LE", 2);
        }
        if (starts(b, 0x4C, 0x6F, 0xA7, 0x94)) {
            return mark("IBM037", 0);
        }
        return byZeros(b);
    }

    /** Markup is mostly ASCII: the zeros of its wider encodings stand in every second or three of four places. */
    private static Optional<Mark> byZeros(byte[] b) {
        int looked = Math.min(b.length, LOOKED_AT) & ~3;
        if (looked < 4) {
            return Optional.empty();
        }
        var zeros = new int[4];
        for (int i = 0; i < looked; i++) {
            zeros[i & 3] += b[i] == 0 ? 1 : 0;
        }
        int places = looked / 4;
        boolean[] zero = new boolean[4];
        for (int k = 0; k < 4; k++) {
            // two of three, because a title in Cyrillic may stand among the first bytes
            zero[k] = zeros[k] * 3 >= places * 2;
        }
        if (zero[0] && zero[1] && zero[2] && !zero[3]) {
            return mark("UTF-32BE", 0);
        }
        if (!zero[0] && zero[1] && zero[2] && zero[3]) {
            return mark("UTF-32LE", 0);
        }
        if (zero[0] && !zero[1] && zero[2] && !zero[3]) {
            return mark("UTF-16BE", 0);
        }
        return !zero[0] && zero[1] && !zero[2] && zero[3] ? mark("UTF-16LE", 0) : Optional.empty();
    }

    private static Optional<Mark> mark(String charset, int length) {
        return Optional.of(new Mark(Encoding.of(Charset.forName(charset)), length));
    }

    private static boolean starts(byte[] b, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= b.length || (b[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}

package dev.tocsin.ingest.charset;

/**
 * How far bytes are UTF-8 (RFC 3629). Other encodings are hardly ever so by chance: a single character is weak
 * evidence, ten are proof.
 *
 * @param characters well-formed sequences of two to four bytes
 * @param errors bytes that belong to none; one that is cut off by the end does not count
 * @param escapes whether there is an ESC, by which ISO 2022 switches its sets
 */
record Utf8Scan(int characters, int errors, boolean escapes) {
    static Utf8Scan of(byte[] bytes, int from) {
        int characters = 0;
        int errors = 0;
        boolean escapes = false;
        int i = from;
        while (i < bytes.length) {
            int b = bytes[i];
            if (b >= 0) {
                escapes |= b == 0x1B;
                i++;
                continue;
            }
            int length = length(bytes, i);
            if (length > 0) {
                characters++;
                i += length;
            } else if (length == CUT_OFF) {
                i = bytes.length;
            } else {
                errors++;
                i++;
            }
        }
        return new Utf8Scan(characters, errors, escapes);
    }

    private static final int CUT_OFF = -1;

    /** Of the sequence at i; 0 for none. */
    private static int length(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        for (int k = 1; k < length; k++) {
            if (i + k >= bytes.length) {
                return CUT_OFF;
            }
            int next = bytes[i + k] & 0xFF;
            int least = k > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int most = k > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (next < least || next > most) {
                return 0;
            }
        }
        return length;
    }

    boolean isAscii() {
        return characters == 0 && errors == 0;
    }

    boolean isValid() {
        return errors == 0;
    }

    /** A page of UTF-8 with a few bytes of something else in it. */
    boolean isMostlyValid() {
        return characters >= 8L * errors;
    }
}

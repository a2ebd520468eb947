package dev.tocsin.language.detect;

/**
 * Mends letters that were read in a neighbouring encoding, as old archives and feeds still carry them: Turkish of ISO
 * 8859-9 read as 8859-1, and Czech of ISO 8859-2 read as Windows-1250. Both are known by a letter that cannot be there.
 */
final class Misread {
    private static final String ICELANDIC = "þð";
    private static final String TURKISH_AS_LATIN_1 = "ýþð";
    private static final String TURKISH = "ışğ";

    private static final String ONLY_CZECH = "ěřů";
    private static final String NEVER_CZECH = "ľą";
    private static final String CZECH = "žš";

    private Misread() {}

    /** Mends a lower-case text in place; Icelandic is not among the languages that the lists know. */
    static void mend(char[] text, int length) {
        if (holds(text, length, ICELANDIC)) {
            replace(text, length, TURKISH_AS_LATIN_1, TURKISH);
        }
        if (holds(text, length, NEVER_CZECH) && holds(text, length, ONLY_CZECH)) {
            replace(text, length, NEVER_CZECH, CZECH);
        }
    }

    private static boolean holds(char[] text, int length, String letters) {
        for (int i = 0; i < length; i++) {
            if (text[i] > 0x7F && text[i] < 0x200 && letters.indexOf(text[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void replace(char[] text, int length, String from, String to) {
        for (int i = 0; i < length; i++) {
            int at = from.indexOf(text[i]);
            text[i] = at < 0 ? text[i] : to.charAt(at);
        }
    }
}

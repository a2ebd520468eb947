package dev.tocsin.ingest.charset;

/** Signs that texts of all languages hold: they speak for no encoding and against none. */
final class Punctuation {
    private static final String USUAL = "\u00A0«»„“”‘’‚‹›–—…•№€£§©®°·¡¿ªº、。「」『』，．：；！？（）《》“”・ー〜～";

    private Punctuation() {}

    /** What stands between the letters of one word. */
    static boolean joins(char c) {
        return c == '’' || c == '·' || c == '–' || c == '—' || c == '…' || c == '\u00A0' || c == '・' || isMark(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean isUsual(char c) {
        return USUAL.indexOf(c) >= 0;
    }
}

package dev.tocsin.classify.sameness;

/** Reads a figure in the local style, 1,000.5 or 1.000,5 or 1 000,5, and writes it in one: 1000.5. */
final class Figures {
    /** More digits than a population has are an identifier. */
    private static final int MOST_DIGITS = 12;

    private final String text;
    private final int end;
    private final char decimal;
    private final char group;
    private String form = "";

    Figures(String text, int end, String language) {
        this.text = text;
        this.end = end;
        boolean point = language.equals("en") || language.equals("zh");
        this.decimal = point ? '.' : ',';
        this.group = point ? ',' : '.';
    }

    /** What was read last; empty for what counts nothing: times of day, scores, telephone numbers. */
    String form() {
        return form;
    }

    /** Reads the figure that starts here, and says where it ends. */
    int read(int from) {
        var digits = new StringBuilder();
        int i = digits(from, digits);
        boolean grouped = false;
        while (i - from <= 3 || grouped) {
            if (i + 3 < end && isGroupMark(text.charAt(i)) && endOfDigits(i + 1) == i + 4) {
                i = digits(i + 1, digits);
                grouped = true;
            } else {
                break;
            }
        }
        if (i + 1 < end && (text.charAt(i) == decimal || text.charAt(i) == group && !grouped)) {
            int fraction = endOfDigits(i + 1);
            if (fraction > i + 1 && fraction <= i + 3 && !isPartOf(fraction)) {
                digits.append('.');
                i = digits(i + 1, digits);
            }
        }
        form = plain(digits);
        if (i < end && isPartOf(i)) {
            form = "";
            return endOfChain(i);
        }
        return i;
    }

    /** Whether digits go on behind a sign that makes no number of them: 19:30, 2-1, 12.05.2020. */
    private boolean isPartOf(int i) {
        return i + 1 < end && isChainMark(text.charAt(i)) && Character.isDigit(text.charAt(i + 1));
    }

    private int endOfChain(int from) {
        int i = from;
        while (isPartOf(i)) {
            i = endOfDigits(i + 1);
        }
        return i;
    }

    private static boolean isChainMark(char c) {
        return c == ':' || c == '.' || c == '-' || c == '/' || c == ',';
    }

    private boolean isGroupMark(char c) {
        return c == group || c == ' ' || c == '\u00a0' || c == '\u202f' || c == '’' || c == '\'';
    }

    private int endOfDigits(int from) {
        int i = from;
        while (i < end && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int digits(int from, StringBuilder digits) {
        int i = from;
        for (; i < end && Character.isDigit(text.charAt(i)); i++) {
            if (digits.length() <= MOST_DIGITS) {
                digits.append(Character.digit(text.charAt(i), 10));
            }
        }
        return i;
    }

    private static String plain(StringBuilder digits) {
        if (digits.length() > MOST_DIGITS) {
            return "";
        }
        int zeros = 0;
        while (zeros + 1 < digits.length() && digits.charAt(zeros) == '0' && digits.charAt(zeros + 1) != '.') {
            zeros++;
        }
        return digits.substring(zeros);
    }
}

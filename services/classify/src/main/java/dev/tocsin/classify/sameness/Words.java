package dev.tocsin.classify.sameness;

import java.util.ArrayList;
import java.util.List;

/** Splits a text of any script into words, figures and runs of ideographs, in one pass and without a dictionary. */
final class Words {
    /** UTF-16 units; longer ones are no words, but padding or an attack. */
    private static final int LONGEST = 48;

    private final String text;
    private final int end;
    private final Figures figures;
    private final boolean joinsApostrophes;
    private final List<Word> words = new ArrayList<>();
    private boolean opens = true;

    private Words(String text, int most, String language) {
        this.text = text;
        this.end = Math.min(text.length(), most);
        this.figures = new Figures(text, end, language);
        this.joinsApostrophes = language.equals("uk") || language.equals("be");
    }

    /**
     * The words in their order.
     *
     * @param most how many UTF-16 units of the text are read
     * @param language of the text, ISO 639-1; it tells a decimal comma from a grouping one
     */
    static List<Word> of(String text, int most, String language) {
        var scan = new Words(text, most, language);
        scan.run();
        return scan.words;
    }

    private void run() {
        int i = 0;
        while (i < end) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || Character.isDigit(c)) {
                i = figure(i);
            } else if (Character.isIdeographic(c)) {
                i = ideographs(i);
            } else if (Character.isLetter(c)) {
                i = letters(i);
            } else {
                opens |= endsSentence(c);
                i++;
            }
        }
    }

    private int figure(int from) {
        int next = figures.read(from);
        if (!figures.form().isEmpty()) {
            words.add(new Word(figures.form(), Word.Kind.FIGURE, false, opens));
        }
        opens = false;
        return next;
    }

    private int ideographs(int from) {
        int i = from;
        while (i < end && Character.isIdeographic(text.charAt(i))) {
            i++;
        }
        words.add(new Word(text.substring(from, i), Word.Kind.IDEOGRAPHS, false, opens));
        opens = false;
        return i;
    }

    private int letters(int from) {
        var form = new StringBuilder(16);
        int i = from;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) && !Character.isIdeographic(c)) {
                append(form, c);
            } else if (!isDropped(c) && !(joinsApostrophes && isApostropheWithin(i))) {
                break;
            }
        }
        if (form.length() <= LONGEST) {
            words.add(new Word(form.toString(), Word.Kind.LETTERS, isCapital(text.charAt(from)), opens));
        }
        opens = false;
        return i;
    }

    private static void append(StringBuilder form, char c) {
        if (form.length() > LONGEST) {
            return;
        }
        if (c == 'ß') {
            form.append("ss");
        } else {
            form.append(Letters.fold(c));
        }
    }

    /** Marks on a letter, soft hyphens, joiners and signs of direction. */
    private static boolean isDropped(char c) {
        if (c < 0xAD) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    private boolean isApostropheWithin(int i) {
        char c = text.charAt(i);
        return (c == '\'' || c == '’' || c == 'ʼ') && i + 1 < end && Character.isLetter(text.charAt(i + 1));
    }

    private static boolean isCapital(char c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static boolean endsSentence(char c) {
        return switch (c) {
            case '.', '!', '?', '\n', '…', ':', '。', '؟', '"', '«', '»', '“', '”', '„' -> true;
            default -> false;
        };
    }
}

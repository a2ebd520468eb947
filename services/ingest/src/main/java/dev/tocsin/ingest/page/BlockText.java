package dev.tocsin.ingest.page;

import java.util.Optional;

/** Gathers the text of one block and counts its features as the characters come. */
final class BlockText {
    private static final String SENTENCE_ENDS = ".!?…。！？।؟۔։";
    private static final String CLOSERS = "\"'”’»)]」』";

    private final StringBuilder text = new StringBuilder();
    private int letters;
    private int linked;
    private int sentences;
    private boolean blank;
    private boolean broken;

    void append(String raw, boolean inLink, boolean pre) {
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (pre && c == '\n') {
                text.append('\n');
                blank = false;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!blank && !text.isEmpty() && isEnd(text.charAt(text.length() - 1))) {
                    sentences++;
                }
                blank = true;
            } else if (!Character.isISOControl(c) && c != '\u00AD' && c != '\u200B' && c != '\uFEFF' && c != '\u2060') {
                if (broken && !text.isEmpty()) {
                    text.append('\n');
                } else if (blank && !text.isEmpty()) {
                    text.append(' ');
                }
                blank = false;
                broken = false;
                text.appendCodePoint(c);
                if (Character.isLetterOrDigit(c)) {
                    int weight = Character.isIdeographic(c) || isSyllable(c) ? 2 : 1;
                    letters += weight;
                    linked += inLink ? weight : 0;
                } else if (c >= '\u3000' && isEnd((char) c)) {
                    sentences++;
                }
            }
        }
    }

    /** A line ends; true when it is the second in a row, which ends a paragraph. */
    boolean lineBreak() {
        if (text.isEmpty()) {
            return false;
        }
        if (broken) {
            return true;
        }
        broken = true;
        return false;
    }

    Optional<Block> take(int index, Block.Kind kind, Region region) {
        var block = letters == 0
                ? null
                : new Block(
                        index,
                        text.toString().strip(),
                        kind,
                        letters,
                        linked,
                        ends() ? sentences + 1 : sentences,
                        ends(),
                        region);
        text.setLength(0);
        letters = 0;
        linked = 0;
        sentences = 0;
        blank = false;
        broken = false;
        return Optional.ofNullable(block);
    }

    private boolean ends() {
        int i = text.length() - 1;
        while (i >= 0 && (CLOSERS.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && isEnd(text.charAt(i));
    }

    private static boolean isEnd(char c) {
        return SENTENCE_ENDS.indexOf(c) >= 0;
    }

    private static boolean isSyllable(int c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3);
    }
}

package dev.tocsin.ingest.edit;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * A text in few bytes, enough to tell later whether and how far it was changed. Letters and digits count; case,
 * whitespace, punctuation and {@link NoText} lines do not.
 *
 * @param words a hash of the words of title and text in their order: equal for equal words
 * @param title a hash of the title's words
 * @param sketch the SimHash of the text's pairs of words (Charikar, STOC 2002): few bits differ where few pairs do
 * @param length words of the text
 * @param figures the numbers of title and text, each once, in their order, separated by blanks; the first of them
 */
public record Wording(long words, long title, long sketch, int length, String figures) {
    private static final int MOST_FIGURES = 40;
    private static final int LONGEST_FIGURE = 12;
    private static final int FIRST_FOREIGN_DIGIT = 0x660;

    public static Wording of(@Nullable String title, String text) {
        var head = new Reader();
        head.read(title == null ? "" : title);
        var body = new Reader();
        body.figures.addAll(head.figures);
        text.lines().filter(l -> !NoText.is(l)).forEach(body::read);
        return new Wording(
                mixed(head.hash * 31 + body.hash),
                head.hash,
                body.pairs.majority(),
                body.length,
                String.join(" ", body.figures));
    }

    /** In one line, to travel with what it is of. */
    public String code() {
        return words + ":" + title + ":" + sketch + ":" + length + ":" + figures;
    }

    /** What {@link #code} gave; empty for anything else. */
    public static Optional<Wording> ofCode(String code) {
        var parts = code.split(":", 5);
        if (parts.length < 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Wording(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Integer.parseInt(parts[3]),
                    parts[4]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public boolean sameWords(Wording other) {
        return words == other.words;
    }

    List<String> figureList() {
        return figures.isEmpty() ? List.of() : Arrays.asList(figures.split(" "));
    }

    /** Reads words as hashes, so that no word becomes an object. */
    private static final class Reader {
        private final BitCounts pairs = new BitCounts();
        private final SequencedSet<String> figures = new LinkedHashSet<>();
        private final StringBuilder figure = new StringBuilder();
        private long hash;
        private long word;
        private long before;
        private int length;

        void read(String line) {
            for (int i = 0; i < line.length(); ) {
                int c = line.codePointAt(i);
                i += Character.charCount(c);
                if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                    int digit = digit(c);
                    word = (word + (digit < 0 ? small(c) : '0' + digit)) * 0x100000001B3L;
                    if (digit >= 0 || !figure.isEmpty()) {
                        figure(digit, i < line.length() ? line.codePointAt(i) : -1);
                    }
                } else {
                    boolean within = (c == '.' || c == ',')
                            && !figure.isEmpty()
                            && i < line.length()
                            && Character.digit(line.codePointAt(i), 10) >= 0;
                    if (within) {
                        figure.append((char) c);
                    } else {
                        end();
                    }
                }
            }
            end();
        }

        /** Most letters are of ASCII or below the digits of other scripts, which begin with Arabic's. */
        private static int digit(int c) {
            if (c < FIRST_FOREIGN_DIGIT) {
                return c >= '0' && c <= '9' ? c - '0' : -1;
            }
            return Character.digit(c, 10);
        }

        private static int small(int c) {
            return c >= 'a' && c <= 'z' ? c : Character.toLowerCase(c);
        }

        /** Digits that begin a word; {@code 747s} is a name. */
        private void figure(int digit, int next) {
            if (digit >= 0 && (word == ('0' + digit) * 0x100000001B3L || !figure.isEmpty())) {
                figure.append((char) ('0' + digit));
            }
            boolean name = next >= 0 && Character.isLetter(next) && !Character.isIdeographic(next);
            if (name || figure.length() > LONGEST_FIGURE) {
                figure.setLength(0);
            }
        }

        private void end() {
            if (!figure.isEmpty() && figures.size() < MOST_FIGURES) {
                figures.add(figure.toString());
            }
            figure.setLength(0);
            if (word == 0) {
                return;
            }
            length++;
            hash = mixed(hash * 31 + word);
            pairs.add(mixed(before * 31 + word));
            before = word;
            word = 0;
        }
    }

    /** The finalizer of MurmurHash3: each bit of the input reaches each of the output. */
    private static long mixed(long h) {
        long x = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        x = (x ^ x >>> 33) * 0xC4CEB9FE1A85EC53L;
        return x ^ x >>> 33;
    }
}

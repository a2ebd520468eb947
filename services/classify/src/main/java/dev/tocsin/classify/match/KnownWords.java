package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the atoms of a text without analyzing words that were met before: newspapers use few words over and over (Zipf's
 * law). Every analyzer here sees a word by itself, never across white space, so a text's words one by one have the atoms
 * that the text has. Thread-safe.
 */
final class KnownWords {
    /** Longer than words are: text without white space, which does not come again. */
    private static final int LONGEST_WORD = 48;

    // what stands at a word's edges is no part of it for any tokenizer, and would make many words of one
    private static final String OPENING = "\"(\u00ab\u201c\u201e";
    private static final String CLOSING = "\".,;:!?)\u00bb\u201d\u2026";

    private static final char NO_BREAK_SPACE = 0xa0;

    // of a word: how many words it is as they stand, then five numbers an atom: itself, and its span in the word
    private static final int WORDS = WordTable.VALUE;
    private static final int ATOMS = WORDS + 1;

    private static final int[] UNKNOWN = {};

    /** Of most languages words and the spaces behind them are longer. */
    private static final int SHORT_WORD = 5;

    private final WordTable known;
    private final int owner;
    private final WordReader reader;
    private final Vocabulary vocabulary;

    /**
     * @param known shared by all languages, as memory is
     * @param owner number of the language among those that share
     */
    KnownWords(WordTable known, int owner, WordReader reader, Vocabulary vocabulary) {
        this.known = known;
        this.owner = owner;
        this.reader = reader;
        this.vocabulary = vocabulary;
    }

    /** The words of a text by white space, and what is known of each. */
    private static final class Met {
        private int[] begins;
        private int[] ends;
        private int[][] contents;
        private int size;

        Met(int words) {
            begins = new int[words];
            ends = new int[words];
            contents = new int[words][];
        }

        void add(int begin, int end, int[] content) {
            if (size == begins.length) {
                begins = Arrays.copyOf(begins, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                contents = Arrays.copyOf(contents, size * 2);
            }
            begins[size] = begin;
            ends[size] = end;
            contents[size++] = content;
        }

        /** Those that are not known yet, each once. */
        List<String> unknown(String text) {
            var words = new LinkedHashSet<String>();
            for (int i = 0; i < size; i++) {
                if (contents[i] == UNKNOWN) {
                    words.add(text.substring(begins[i], ends[i]));
                }
            }
            return List.copyOf(words);
        }

        void know(String text, Map<String, int[]> learnt) {
            for (int i = 0; i < size; i++) {
                if (contents[i] == UNKNOWN) {
                    contents[i] = Objects.requireNonNull(learnt.get(text.substring(begins[i], ends[i])));
                }
            }
        }

        Hits hits(int atoms) {
            var hits = new Hits(atoms);
            int number = 0;
            for (int word = 0; word < size; word++) {
                int[] content = contents[word];
                int begin = begins[word];
                for (int i = ATOMS; i < content.length; i += 5) {
                    hits.add(
                            content[i],
                            number + content[i + 1],
                            number + content[i + 2],
                            begin + content[i + 3],
                            begin + content[i + 4]);
                }
                number += content[WORDS];
            }
            return hits;
        }
    }

    /** Where the atoms stand in a text. */
    Hits find(String text) {
        var words = new Met(8 + text.length() / SHORT_WORD);
        boolean allKnown = true;
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            int first = start;
            int last = end;
            while (first < last && isOf(OPENING, text.charAt(first))) {
                first++;
            }
            while (first < last && isOf(CLOSING, text.charAt(last - 1))) {
                last--;
            }
            if (last > first) {
                var content = known.get(owner, text, first, last);
                allKnown &= content != null;
                words.add(first, last, content == null ? UNKNOWN : content);
            }
            start = end + 1;
        }
        if (!allKnown) {
            words.know(text, learn(words.unknown(text)));
        }
        return words.hits(vocabulary.size());
    }

    private static boolean isOf(String marks, char c) {
        return !(c >= 'a' && c <= 'z') && marks.indexOf(c) >= 0;
    }

    /** Where the tokenizers part words too (UAX 29): a narrow no-break space, for one, is inside a number for them. */
    private static boolean isSpace(char c) {
        return c <= ' ' || c >= 0x7f && (Character.isWhitespace(c) || c == NO_BREAK_SPACE);
    }

    private Map<String, int[]> learn(List<String> words) {
        var contents = analyzed(words);
        var learnt = new HashMap<String, int[]>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var entry = known.entry(owner, word, contents.get(i).packed());
            learnt.put(word, entry);
            if (word.length() <= LONGEST_WORD) {
                known.put(entry);
            }
        }
        return learnt;
    }

    /** The content of each word, all words analyzed in one go: to begin an analysis costs more than a word does. */
    private List<Content> analyzed(List<String> words) {
        var begins = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            begins[i + 1] = begins[i] + words.get(i).length() + 1;
        }
        var contents = words.stream().map(word -> new Content()).toList();
        reader.read(String.join(" ", words), (exact, word, length, span) -> {
            int found = Arrays.binarySearch(begins, span.start());
            int in = found < 0 ? -found - 2 : found;
            contents.get(in).add(exact, word, length, span, begins[in]);
        });
        return contents;
    }

    private final class Content {
        private final List<Integer> atoms = new ArrayList<>();
        private int words;
        private int firstWord = -1;

        void add(boolean exact, char[] word, int length, Span span, int begin) {
            words += exact ? 1 : 0;
            firstWord = firstWord < 0 ? span.first() : firstWord;
            vocabulary.find(exact, word, length, atom -> {
                atoms.add(atom);
                atoms.add(span.first() - firstWord);
                atoms.add(span.last() - firstWord);
                atoms.add(span.start() - begin);
                atoms.add(span.end() - begin);
            });
        }

        int[] packed() {
            return IntStream.concat(IntStream.of(words), atoms.stream().mapToInt(Integer::intValue))
                    .toArray();
        }
    }
}

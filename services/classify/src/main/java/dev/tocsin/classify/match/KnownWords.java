package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** Of a word: how many words it is as they stand, then five numbers an atom: itself, and its {@link Span} in the word. */
    private static final int[] ONE_WORD = {1};

    private static final int[] NO_WORD = {0};

    private final WordTable<KnownWords, int[]> known;
    private final WordReader reader;
    private final Vocabulary vocabulary;

    /** @param known shared by all languages, as memory is */
    KnownWords(WordTable<KnownWords, int[]> known, WordReader reader, Vocabulary vocabulary) {
        this.known = known;
        this.reader = reader;
        this.vocabulary = vocabulary;
    }

    /** A word of the text by white space, and what is known of it. */
    private record Met(int start, String unknown, int @Nullable [] content) {}

    /** Where the atoms stand in a text. */
    Hits find(String text) {
        var words = new ArrayList<Met>();
        var unknown = new LinkedHashMap<String, int[]>();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            int first = start;
            int last = end;
            while (first < last && OPENING.indexOf(text.charAt(first)) >= 0) {
                first++;
            }
            while (first < last && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            if (last > first) {
                var content = known.get(this, text, first, last);
                var word = content == null ? text.substring(first, last) : "";
                if (content == null) {
                    unknown.put(word, NO_WORD);
                }
                words.add(new Met(first, word, content));
            }
            start = end + 1;
        }
        if (!unknown.isEmpty()) {
            learn(unknown);
        }
        return hits(words, unknown);
    }

    private static Hits hits(List<Met> words, Map<String, int[]> learnt) {
        var hits = new Hits();
        int number = 0;
        for (var word : words) {
            int[] content = word.content() == null ? learnt.getOrDefault(word.unknown(), NO_WORD) : word.content();
            for (int i = 1; i < content.length; i += 5) {
                hits.add(
                        content[i],
                        new Span(
                                number + content[i + 1],
                                number + content[i + 2],
                                word.start() + content[i + 3],
                                word.start() + content[i + 4]));
            }
            number += content[0];
        }
        return hits;
    }

    /** Where the tokenizers part words too (UAX 29): a narrow no-break space, for one, is inside a number for them. */
    private static boolean isSpace(char c) {
        return c <= ' ' || c >= 0x7f && (Character.isWhitespace(c) || c == NO_BREAK_SPACE);
    }

    private void learn(Map<String, int[]> unknown) {
        var words = List.copyOf(unknown.keySet());
        var contents = analyzed(words);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            unknown.put(word, contents.get(i));
            if (word.length() <= LONGEST_WORD) {
                known.put(this, word, contents.get(i));
            }
        }
    }

    /** The content of each word, all words analyzed in one go: to begin an analysis costs more than a word does. */
    private List<int[]> analyzed(List<String> words) {
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
        return contents.stream().map(Content::packed).toList();
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
            if (atoms.isEmpty() && words <= 1) {
                return words == 1 ? ONE_WORD : NO_WORD;
            }
            return IntStream.concat(IntStream.of(words), atoms.stream().mapToInt(Integer::intValue))
                    .toArray();
        }
    }
}

package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Mention;
import dev.tocsin.classify.actors.Words;
import dev.tocsin.contracts.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A title or a text, in words and sentences, with who is named in it.
 *
 * @param tokens the words, folded
 * @param named who is named, by word
 */
record Passage(Field field, String text, Words words, String[] tokens, List<Sentence> sentences, List<Named> named) {
    /** Of a longer text only the beginning is read, in UTF-16 units. */
    private static final int MOST = 20_000;

    private static final int LONGEST_SENTENCE = 120;
    private static final String VOWELS = "aeiouyàáäéèíóöőúüаеёиоуыэюяіїє";

    /** Words from one to another, the last exclusive. */
    record Sentence(int from, int to) {}

    /** A mention and its words, both inclusive. */
    record Named(Mention mention, int first, int last) {}

    static Passage of(Field field, String text, List<Mention> mentions) {
        var words = Words.of(text, MOST);
        var tokens = new String[words.size()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = words.folded(i);
        }
        var named = new ArrayList<Named>();
        for (var mention : mentions) {
            int first = words.at(mention.start());
            int last = words.at(mention.end()) - 1;
            if (first < words.size() && last >= first) {
                named.add(new Named(mention, first, last));
            }
        }
        return new Passage(field, text, words, tokens, sentences(text, words), named);
    }

    List<Named> in(Sentence sentence) {
        return named.stream()
                .filter(n -> n.first() >= sentence.from() && n.last() < sentence.to())
                .toList();
    }

    /** What stands between a word and the next. */
    String gap(int word) {
        return word + 1 < words.size() ? text.substring(words.end(word), words.start(word + 1)) : "";
    }

    /** Whether a name's last word stands in the English genitive, as "Russia's" and "the United States'". */
    boolean isOwner(int last) {
        var gap = gap(last);
        boolean apostrophe = !gap.isEmpty() && (gap.charAt(0) == '\'' || gap.charAt(0) == '’');
        if (!apostrophe) {
            return false;
        }
        boolean plural = tokens[last].endsWith("s") && gap.length() > 1 && gap.charAt(1) == ' ';
        return plural || (gap.length() == 1 && tokens[last + 1].equals("s"));
    }

    /** Whether a word begins with a capital, or its script has none. */
    boolean isCapital(int word) {
        return !Character.isLowerCase(text.charAt(words.start(word)));
    }

    /** Whether a line ends behind a word. */
    boolean endsLine(int word) {
        return word + 1 >= words.size() || gap(word).indexOf('\n') >= 0;
    }

    /** Whether nothing but spaces, hyphens and apostrophes stands between a word and the next. */
    boolean isOneBreath(int word) {
        return gap(word)
                .chars()
                .allMatch(c -> Character.isWhitespace(c) || c == '-' || c == '\'' || c == '’' || c == '.');
    }

    /** Whether a mark of punctuation stands between two words. */
    boolean isParted(int from, int to, char mark) {
        for (int i = from; i < to; i++) {
            if (gap(i).indexOf(mark) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Sentence> sentences(String text, Words words) {
        var sentences = new ArrayList<Sentence>();
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 == words.size() || i + 1 - from >= LONGEST_SENTENCE || ends(text, words, i)) {
                sentences.add(new Sentence(from, i + 1));
                from = i + 1;
            }
        }
        return sentences;
    }

    /** Mr and Dr have none, unlike a short name that ends a sentence. */
    private static boolean hasVowel(String text, int start) {
        return VOWELS.indexOf(Character.toLowerCase(text.charAt(start))) >= 0
                || VOWELS.indexOf(Character.toLowerCase(text.charAt(start + 1))) >= 0;
    }

    private static boolean ends(String text, Words words, int word) {
        boolean dot = false;
        boolean space = false;
        for (int i = words.end(word); i < words.start(word + 1); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '!' || c == '?' || c == '…' || c == '。' || c == '！' || c == '？') {
                return true;
            }
            dot |= c == '.';
            space |= Character.isWhitespace(c);
        }
        // an initial, or an abbreviation such as Mr., is followed by a name
        boolean abbreviation = Character.isUpperCase(text.charAt(words.start(word)))
                && (words.end(word) - words.start(word) == 1
                        || (words.end(word) - words.start(word) == 2 && !hasVowel(text, words.start(word))));
        return dot && space && !abbreviation && !Character.isLowerCase(text.charAt(words.start(word + 1)));
    }
}

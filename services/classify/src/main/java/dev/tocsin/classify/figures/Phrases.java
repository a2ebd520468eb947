package dev.tocsin.classify.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Phrases with their senses, found by walking each word once through a tree of letters: the cost is the words' length, however many
 * phrases there are. In a phrase {@code *} at a word's end stands for any ending.
 */
final class Phrases {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Node root = new Node();

    /** A phrase's words after its first. */
    private record Entry(List<String> rest, Sense sense) {}

    /** A phrase found: its sense and how many tokens it covers. */
    record Found(Sense sense, int length) {}

    /** Most are in the middle of a word: what they have not takes no room. */
    private static final class Node {
        private Map<Character, Node> next = Map.of();
        private List<Entry> whole = List.of();
        private List<Entry> prefix = List.of();

        Node next(char letter) {
            if (next.isEmpty()) {
                next = new HashMap<>(4);
            }
            return next.computeIfAbsent(letter, c -> new Node());
        }
    }

    void add(String phrase, Sense sense) {
        var words = List.of(BLANKS.split(phrase.strip()));
        var first = words.getFirst();
        boolean prefix = first.endsWith("*");
        var node = root;
        for (int i = 0; i < first.length() - (prefix ? 1 : 0); i++) {
            node = node.next(first.charAt(i));
        }
        var entry = new Entry(words.subList(1, words.size()), sense);
        if (prefix) {
            node.prefix = with(node.prefix, entry);
        } else {
            node.whole = with(node.whole, entry);
        }
    }

    private static List<Entry> with(List<Entry> entries, Entry entry) {
        var all = new ArrayList<>(entries);
        all.add(entry);
        return List.copyOf(all);
    }

    /** All the phrases that begin with a token. */
    List<Found> at(List<Token> tokens, int at) {
        var word = tokens.get(at).word();
        List<Found> found = List.of();
        var node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.get(word.charAt(i));
            if (node == null) {
                return found;
            }
            found = collect(node.prefix, tokens, at, found);
        }
        return collect(node.whole, tokens, at, found);
    }

    private static List<Found> collect(List<Entry> entries, List<Token> tokens, int at, List<Found> found) {
        var all = found;
        for (var entry : entries) {
            if (follows(entry.rest, tokens, at + 1)) {
                if (all.isEmpty()) {
                    all = new ArrayList<>(2);
                }
                all.add(new Found(entry.sense, entry.rest.size() + 1));
            }
        }
        return all;
    }

    private static boolean follows(List<String> words, List<Token> tokens, int from) {
        if (from + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var token = tokens.get(from + i).word();
            if (word.endsWith("*") ? !token.startsWith(word.substring(0, word.length() - 1)) : !token.equals(word)) {
                return false;
            }
        }
        return true;
    }
}

package dev.tocsin.classify.actors;

import java.util.ArrayList;
import java.util.List;

/** Finds the names among the words of one text: the longest at each place, from left to right. */
final class NameFinder {
    /** How many names may stand before a family name. */
    private static final int MOST_GIVEN = 3;

    private static final int LONGEST_NAME = 10;
    private static final int SHORTEST_SOUNDED = 5;
    private static final int ANY = Endings.NAME | Endings.ADJECTIVE | Endings.WHOLE;

    /** The words of a name, both inclusive, whom they mean, and whether an ending had to be taken off. */
    record Span(int first, int last, int candidate, boolean inflected) {}

    private final Words words;
    private final NameTrie everywhere;
    private final LanguageNames names;
    private final GivenNames given;
    private final WordForms[] forms = new WordForms[LONGEST_NAME];
    private final WordForms before;
    private final char[] sound = new char[3 * Words.LONGEST + 4];

    private int bestLast;
    private int bestFirst;
    private int best;
    private boolean inflected;

    NameFinder(Words words, NameTrie everywhere, LanguageNames names, GivenNames given) {
        this.words = words;
        this.everywhere = everywhere;
        this.names = names;
        this.given = given;
        before = new WordForms(names.endings());
        for (int i = 0; i < forms.length; i++) {
            forms[i] = new WordForms(names.endings());
        }
    }

    List<Span> find(int most) {
        var found = new ArrayList<Span>();
        for (int i = 0; i < words.size() && found.size() < most; i++) {
            forms[0].of(words, i);
            best = NameTrie.NONE;
            bestLast = -1;
            if (!names.ambiguous().contains(forms[0].hash())) {
                follow(names.trie(), NameTrie.ROOT, i, i, 0, ANY);
                follow(everywhere, NameTrie.ROOT, i, i, 0, ANY);
                if (best == NameTrie.NONE && words.isName(i) && forms[0].length() >= SHORTEST_SOUNDED) {
                    listen(i);
                }
            }
            if (best != NameTrie.NONE) {
                while (!found.isEmpty() && found.getLast().last() >= bestFirst) {
                    found.removeLast();
                }
                found.add(new Span(bestFirst, bestLast, best, inflected));
                i = bestLast;
            }
        }
        return found;
    }

    /** Takes a word in each of its forms and looks whether a name goes on, or ends, there. */
    private void follow(NameTrie trie, int node, int first, int word, int depth, int kind) {
        var form = forms[depth];
        for (int f = 0; f < form.count(); f++) {
            int child = trie.child(node, form.hash(f));
            int stem = kind & form.kind(f);
            if (child == NameTrie.NONE) {
                continue;
            }
            if (word > bestLast) {
                end(trie, child, first, word, stem);
            }
            if (depth + 1 < LONGEST_NAME && words.adjoins(word)) {
                forms[depth + 1].of(words, word + 1);
                follow(trie, child, first, word + 1, depth + 1, stem);
            }
        }
    }

    private void listen(int word) {
        var form = forms[0];
        for (int f = 0; f < form.count() && best == NameTrie.NONE; f++) {
            int length = Sound.of(form.letters(), form.length(f), names.tag(), sound);
            if (length >= Sound.SHORTEST) {
                int child = everywhere.child(NameTrie.ROOT, NameWriter.soundHash(sound, length));
                if (child != NameTrie.NONE) {
                    end(everywhere, child, word, word, form.kind(f));
                }
            }
        }
    }

    /** Of those whom a name may mean, the one with most of the given names before it; without any, the first. */
    private void end(NameTrie trie, int node, int first, int last, int kind) {
        int earliest = Integer.MAX_VALUE;
        for (int at = trie.first(node); at != NameTrie.NONE; at = trie.next(at)) {
            int candidate = trie.candidate(at);
            int wanted = Candidates.is(candidate, Candidates.DEMONYM) ? Endings.ADJECTIVE : Endings.NAME;
            if ((kind & wanted) == 0 || !isWritten(candidate, first, last)) {
                continue;
            }
            int start = Candidates.is(candidate, Candidates.FAMILY) ? withGiven(candidate, first) : first;
            if (start < earliest && !(Candidates.is(candidate, Candidates.NEEDS_GIVEN) && start == first)) {
                earliest = start;
                best = candidate;
                bestFirst = start;
                bestLast = last;
                inflected = (kind & Endings.WHOLE) == 0;
            }
        }
    }

    private boolean isWritten(int candidate, int first, int last) {
        if (Candidates.is(candidate, Candidates.CAPITALS)) {
            for (int i = first; i <= last; i++) {
                if (!words.isAllCapitals(i)) {
                    return false;
                }
            }
            return true;
        }
        if (forms[0].length() == 2 && first == last && words.isAllCapitals(first) && words.hasCase(first)) {
            // letters such as XI are a number or short for something else
            return false;
        }
        return Candidates.is(candidate, Candidates.SMALL) || words.isName(first);
    }

    private int withGiven(int candidate, int first) {
        int start = first;
        while (first - start < MOST_GIVEN && start > 0 && words.adjoins(start - 1) && words.isName(start - 1)) {
            before.of(words, start - 1);
            if (!words.isInitial(start - 1)
                    && !given.has(
                            Candidates.entity(candidate),
                            before.letters(),
                            before.lengths(),
                            before.count(),
                            names.tag(),
                            sound)) {
                break;
            }
            start--;
        }
        return start;
    }
}

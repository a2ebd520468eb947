package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the words of a term into atoms, as the words of a text will be. */
final class TermWords {
    /** Before a word: it is looked for in this form alone. */
    private static final char AS_IT_STANDS = '=';

    private final WordReader reader;
    private final boolean stemmed;
    private final Map<Atom, Integer> numbers;

    /**
     * @param stemmed whether words are looked for in any form
     * @param numbers of the atoms, to which new ones are added
     */
    TermWords(WordReader reader, boolean stemmed, Map<Atom, Integer> numbers) {
        this.reader = reader;
        this.stemmed = stemmed;
        this.numbers = numbers;
    }

    /** A word, which may be several where a hyphen or the script parts them; asks for nothing where the analyzer drops it. */
    Expression word(String word) throws TermSyntaxException {
        return isSpecial(word) ? phrase(word, 0) : expression(places(word, stemmed, false), 0);
    }

    /**
     * Words side by side. Those that the analyzer drops must be there as they stand.
     *
     * @param slop how many other words may stand between them; where there are some, in any order
     */
    Expression phrase(String phrase, int slop) throws TermSyntaxException {
        var places = new ArrayList<Place>();
        var plain = new StringBuilder();
        for (var piece : phrase.strip().split("\\s+")) {
            if (!isSpecial(piece)) {
                plain.append(piece).append(' ');
                continue;
            }
            append(places, places(plain.toString(), stemmed, true));
            plain.setLength(0);
            append(places, special(piece));
        }
        append(places, places(plain.toString(), stemmed, true));
        return expression(places, slop);
    }

    /** A word with wildcards, or one that is meant as it stands. */
    private List<Place> special(String piece) throws TermSyntaxException {
        if (piece.charAt(0) == AS_IT_STANDS) {
            return places(piece.substring(1), false, true);
        }
        var places = new ArrayList<Place>();
        for (var part : piece.split("[-'\u2019]")) {
            append(places, isWildcard(part) ? List.of(wildcard(part)) : places(part, stemmed, true));
        }
        return places;
    }

    /** One element of a phrase: any of these words, at these places of it. */
    private record Place(int first, int last, List<Expression> words) {
        Place later(int words) {
            return new Place(first + words, last + words, this.words);
        }
    }

    private static void append(List<Place> places, List<Place> more) {
        int begin = places.isEmpty() ? 0 : places.getLast().last() + 1;
        more.forEach(place -> places.add(place.later(begin)));
    }

    private List<Place> places(String text, boolean stemmed, boolean keepDropped) {
        var places = new TreeMap<Integer, Place>();
        var exact = new ArrayList<String>();
        var covered = new BitSet();
        reader.read(text, (isExact, letters, length, span) -> {
            var word = new String(letters, 0, length);
            if (isExact) {
                exact.add(word);
            }
            if (isExact != stemmed) {
                covered.set(span.first(), span.last() + 1);
                places.computeIfAbsent(span.first(), first -> new Place(span.first(), span.last(), new ArrayList<>()))
                        .words()
                        .add(atom(new Atom(!stemmed, word, Atom.Kind.WORD)));
            }
        });
        for (int i = covered.nextClearBit(0); i < exact.size() && keepDropped; i = covered.nextClearBit(i + 1)) {
            places.put(i, new Place(i, i, List.of(atom(new Atom(true, exact.get(i), Atom.Kind.WORD)))));
        }
        return List.copyOf(places.values());
    }

    private Place wildcard(String written) throws TermSyntaxException {
        if (Atom.isWildcard(written.charAt(0))) {
            throw new TermSyntaxException("is no query: '" + written
                    + "' begins with '*' or '?', which would have every word tried: begin with a letter");
        }
        var text = reader.exact().normalize("words", written).utf8ToString();
        boolean prefix = text.indexOf('*') == text.length() - 1 && text.indexOf('?') < 0;
        var atom = prefix
                ? new Atom(true, text.substring(0, text.length() - 1), Atom.Kind.PREFIX)
                : new Atom(true, text, Atom.Kind.PATTERN);
        return new Place(0, 0, List.of(atom(atom)));
    }

    private Expression.Word atom(Atom atom) {
        return new Expression.Word(numbers.computeIfAbsent(atom, a -> numbers.size()), atom);
    }

    private static Expression expression(List<Place> places, int slop) {
        var words = places.stream()
                .map(place -> place.words().size() == 1 ? place.words().getFirst() : new Expression.Any(place.words()))
                .toList();
        if (words.size() == 1) {
            return words.getFirst();
        }
        if (slop > 0) {
            return new Expression.Near(words, Nearness.between(slop, false));
        }
        var steps = new ArrayList<Integer>();
        for (int i = 0; i < places.size(); i++) {
            steps.add(i == 0 ? 0 : places.get(i).first() - places.get(i - 1).last());
        }
        return new Expression.Phrase(words, steps);
    }

    private static boolean isSpecial(String word) {
        return word.length() > 1 && word.charAt(0) == AS_IT_STANDS || isWildcard(word);
    }

    private static boolean isWildcard(String word) {
        return word.chars().anyMatch(c -> Atom.isWildcard((char) c));
    }
}

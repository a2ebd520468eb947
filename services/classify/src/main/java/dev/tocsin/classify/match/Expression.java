package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a term asks of a text. */
sealed interface Expression {
    /** The most places of one expression that are told apart. */
    int MOST_SPANS = 100;

    /** By what can be told of atoms alone. */
    Comparator<Set<Word>> RAREST_FIRST = Comparator.<Set<Word>>comparingInt(Set::size)
            .thenComparing(
                    words -> words.stream()
                            .mapToInt(w -> w.atom().literal().length())
                            .min()
                            .orElse(0),
                    Comparator.reverseOrder());

    /** Where it is met, in reading order; empty where it is not. */
    List<Span> in(Hits hits);

    /** Sets of atoms, of each of which a text must have one to meet it; none where it asks for nothing. */
    List<Set<Word>> needs();

    /** Of what it needs, what fewest texts will have: few words, long ones; empty where it asks for nothing. */
    default Set<Word> anchors() {
        return needs().stream().min(RAREST_FIRST).orElse(Set.of());
    }

    /** One atom. */
    record Word(int number, Atom atom) implements Expression {
        @Override
        public List<Span> in(Hits hits) {
            return hits.of(number);
        }

        @Override
        public List<Set<Word>> needs() {
            return List.of(Set.of(this));
        }
    }

    /** One of these ways will do. */
    record Any(List<Expression> ways) implements Expression {
        @Override
        public List<Span> in(Hits hits) {
            List<Span> found = List.of();
            for (var way : ways) {
                var spans = way.in(hits);
                if (found.isEmpty()) {
                    found = spans;
                } else if (!spans.isEmpty()) {
                    found = new ArrayList<>(found);
                    found.addAll(spans);
                }
            }
            return ordered(found);
        }

        @Override
        public List<Set<Word>> needs() {
            var words = new HashSet<Word>();
            ways.forEach(way -> words.addAll(way.anchors()));
            return words.isEmpty() ? List.of() : List.of(words);
        }
    }

    /** All of these, anywhere in the field, and none of those. */
    record All(List<Expression> all, List<Expression> none) implements Expression {
        @Override
        public List<Span> in(Hits hits) {
            var found = new ArrayList<Span>();
            for (var each : all) {
                var spans = each.in(hits);
                if (spans.isEmpty()) {
                    return List.of();
                }
                found.addAll(spans);
            }
            return none.stream().anyMatch(each -> !each.in(hits).isEmpty()) ? List.of() : ordered(found);
        }

        @Override
        public List<Set<Word>> needs() {
            return together(all);
        }
    }

    /**
     * Words that follow each other.
     *
     * @param steps by word, how many words later than the one before it may stand: 1 when it is the next
     */
    record Phrase(List<Expression> words, List<Integer> steps) implements Expression {
        @Override
        public List<Span> in(Hits hits) {
            var places = Nearness.places(words, hits);
            return places.isEmpty() ? List.of() : Nearness.following(places, steps);
        }

        @Override
        public List<Set<Word>> needs() {
            return together(words);
        }
    }

    /** All of these, near each other. */
    record Near(List<Expression> parts, Nearness nearness) implements Expression {
        @Override
        public List<Span> in(Hits hits) {
            var places = Nearness.places(parts, hits);
            return places.isEmpty() ? List.of() : nearness.of(places);
        }

        @Override
        public List<Set<Word>> needs() {
            return together(parts);
        }
    }

    private static List<Span> ordered(List<Span> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        var ordered = new ArrayList<>(spans);
        ordered.sort(Span.IN_READING_ORDER);
        return ordered.size() > MOST_SPANS ? ordered.subList(0, MOST_SPANS) : ordered;
    }

    private static List<Set<Word>> together(List<Expression> parts) {
        return parts.stream().flatMap(part -> part.needs().stream()).toList();
    }
}

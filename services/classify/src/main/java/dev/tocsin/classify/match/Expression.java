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

    /** Where it is met, in reading order; empty where it is not. */
    List<Span> in(Hits hits);

    /** Whether its words are there, wherever they stand: a cheap look before the dear one. */
    boolean mayBeIn(Hits hits);

    /** Atoms of which a text must have one to meet it; empty where it asks for nothing. */
    Set<Word> anchors();

    /** One atom. */
    record Word(int number, Atom atom) implements Expression {
        @Override
        public List<Span> in(Hits hits) {
            return hits.of(number);
        }

        @Override
        public boolean mayBeIn(Hits hits) {
            return hits.has(number);
        }

        @Override
        public Set<Word> anchors() {
            return Set.of(this);
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
        public boolean mayBeIn(Hits hits) {
            for (var way : ways) {
                if (way.mayBeIn(hits)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<Word> anchors() {
            var words = new HashSet<Word>();
            ways.forEach(way -> words.addAll(way.anchors()));
            return words;
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
        public boolean mayBeIn(Hits hits) {
            return areIn(all, hits);
        }

        @Override
        public Set<Word> anchors() {
            return rarest(all);
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
        public boolean mayBeIn(Hits hits) {
            return areIn(words, hits);
        }

        @Override
        public Set<Word> anchors() {
            return rarest(words);
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
        public boolean mayBeIn(Hits hits) {
            return areIn(parts, hits);
        }

        @Override
        public Set<Word> anchors() {
            return rarest(parts);
        }
    }

    private static boolean areIn(List<Expression> parts, Hits hits) {
        for (var part : parts) {
            if (!part.mayBeIn(hits)) {
                return false;
            }
        }
        return true;
    }

    private static List<Span> ordered(List<Span> spans) {
        return spans.size() < 2
                ? spans
                : spans.stream().sorted(Span.IN_READING_ORDER).limit(MOST_SPANS).toList();
    }

    /** Of parts that must all be met, the one that fewest texts will meet: few words, long ones. */
    private static Set<Word> rarest(List<Expression> parts) {
        return parts.stream()
                .map(Expression::anchors)
                .filter(anchors -> !anchors.isEmpty())
                .min(Comparator.<Set<Word>>comparingInt(Set::size)
                        .thenComparing(
                                anchors -> anchors.stream()
                                        .mapToInt(w -> w.atom().literal().length())
                                        .min()
                                        .orElse(0),
                                Comparator.reverseOrder()))
                .orElse(Set.of());
    }
}

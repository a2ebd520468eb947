package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Place;
import dev.tocsin.dashboard.marks.Kind;
import dev.tocsin.dashboard.marks.Marks;
import dev.tocsin.dashboard.marks.Span;
import dev.tocsin.dashboard.words.Speech;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two texts side by side, in which what corresponds has one number and one colour: figures of the same kind and size, and the
 * same actors and places in whatever spelling.
 *
 * @param pairs what both tell, in the order of the left one
 * @param sides the left one, then the right one
 */
public record BesideView(List<Side> sides, List<Pair> pairs) {
    private static final int MOST_PAIRS = 60;
    private static final int MOST_ONLY = 30;
    private static final int COLOURS = 6;

    /**
     * One of the two.
     *
     * @param only figures and names that the other does not tell
     */
    public record Side(ArticleView article, List<Shown> text, List<String> only) {}

    /**
     * A piece of text.
     *
     * @param number of its pair; 0 where nothing corresponds
     */
    public record Shown(String text, int number, int colour, String label) {
        public boolean marked() {
            return number > 0;
        }
    }

    /** What both tell. */
    public record Pair(int number, int colour, String words) {}

    /** @param names of the topics, by id */
    public static BesideView of(
            ClassifiedArticle left, ClassifiedArticle right, Map<String, String> names, Speech speech) {
        var ofLeft = spans(left, speech);
        var ofRight = spans(right, speech);
        var inRight = words(ofRight);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (var span : ofLeft) {
            if (inRight.containsKey(span.topic()) && numbers.size() < MOST_PAIRS) {
                numbers.putIfAbsent(span.topic(), numbers.size() + 1);
            }
        }
        var words = words(ofLeft);
        return new BesideView(
                List.of(
                        side(left, ofLeft, numbers, only(words, inRight), names, speech),
                        side(right, ofRight, numbers, only(inRight, words), names, speech)),
                numbers.entrySet().stream()
                        .map(e -> new Pair(e.getValue(), colour(e.getValue()), words.get(e.getKey())))
                        .toList());
    }

    private static Side side(
            ClassifiedArticle article,
            List<Span> spans,
            Map<String, Integer> numbers,
            List<String> only,
            Map<String, String> names,
            Speech speech) {
        var text = article.fetched().text();
        var cut = text.length() <= Marked.MOST_TEXT ? text : text.substring(0, Marked.MOST_TEXT);
        var both = spans.stream().filter(s -> numbers.containsKey(s.topic())).toList();
        var shown = Marks.split(cut, both).stream()
                .map(p -> {
                    int number = p.marked() ? numbers.get(p.spans().getFirst().topic()) : 0;
                    return new Shown(p.text(), number, colour(number), p.label());
                })
                .toList();
        return new Side(ArticleView.of(article, names, speech), text.isEmpty() ? List.of() : shown, only);
    }

    private static int colour(int number) {
        return number == 0 ? 0 : (number - 1) % COLOURS + 1;
    }

    /** Figures first: where one stands in a name's place it is the more telling. */
    private static List<Span> spans(ClassifiedArticle article, Speech speech) {
        var text = article.fetched().text();
        var spans = new ArrayList<Span>();
        for (Claim claim : article.claims()) {
            if (text.startsWith(claim.quote(), claim.start())) {
                var figure =
                        Findings.number(claim.low(), claim.high(), speech) + " " + speech.name("kind.", claim.kind());
                spans.add(new Span(claim.start(), claim.end(), Kind.FIGURE, "figure " + figure, figure));
            }
        }
        for (Actor actor : article.actors()) {
            spans.add(new Span(
                    actor.start(), actor.end(), Kind.ACTOR, "actor " + actor.id(), speech.state(actor.name())));
        }
        for (Place place : article.places()) {
            spans.add(new Span(
                    place.start(),
                    place.end(),
                    Kind.PLACE,
                    "place " + place.id(),
                    speech.place(place.id(), place.name())));
        }
        return spans;
    }

    private static Map<String, String> words(List<Span> spans) {
        return spans.stream()
                .collect(Collectors.toMap(Span::topic, Span::label, (one, other) -> one, LinkedHashMap::new));
    }

    private static List<String> only(Map<String, String> these, Map<String, String> those) {
        return these.entrySet().stream()
                .filter(e -> !those.containsKey(e.getKey()))
                .map(Map.Entry::getValue)
                .limit(MOST_ONLY)
                .toList();
    }
}

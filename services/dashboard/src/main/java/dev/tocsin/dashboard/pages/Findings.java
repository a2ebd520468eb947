package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Reaction;
import dev.tocsin.dashboard.words.Speech;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found in an article, as a page tells it: each line with the words that it rests on. */
public record Findings(List<Figure> figures, List<Stance> stances, List<Name> names) {
    private static final int MOST_NAMES = 24;

    /**
     * A figure.
     *
     * @param number such as {@code 18}, {@code at least 18}, {@code 10 to 12}
     * @param kind and scope what and whom it counts, as in the message; the scope empty where the article does not say
     * @param by who says so; null where nobody is named
     */
    public record Figure(
            String number, String kind, String scope, String certainty, @Nullable String by, String quote) {}

    /** @param towards null where nobody is named */
    public record Stance(String actor, String stance, @Nullable String towards, String quote) {}

    /** Who or what is named, and how often. */
    public record Name(String name, String type, int times) {}

    static Findings of(ClassifiedArticle article, Speech speech) {
        return new Findings(
                article.claims().stream().map(c -> figure(c, speech)).toList(),
                article.reactions().stream().map(r -> stance(r, speech)).toList(),
                names(article, speech));
    }

    public boolean isEmpty() {
        return figures.isEmpty() && stances.isEmpty() && names.isEmpty();
    }

    private static Figure figure(Claim claim, Speech speech) {
        return new Figure(
                number(claim.low(), claim.high(), speech),
                claim.kind(),
                claim.scope().equals("unspecified") ? "" : claim.scope(),
                claim.certainty(),
                claim.attributedTo(),
                claim.quote());
    }

    static String number(@Nullable Long low, @Nullable Long high, Speech speech) {
        if (low == null) {
            return high == null ? speech.say("number.some") : speech.say("number.upTo", high);
        }
        if (high == null) {
            return speech.say("number.atLeast", low);
        }
        return low.equals(high) ? speech.number(low) : speech.say("number.range", low, high);
    }

    private static Stance stance(Reaction reaction, Speech speech) {
        var towards = reaction.towards() == null ? null : speech.state(reaction.towards());
        return new Stance(speech.state(reaction.actor()), reaction.stance(), towards, reaction.quote());
    }

    /** Each once, in the order in which the article names them. */
    private static List<Name> names(ClassifiedArticle article, Speech speech) {
        record Named(String name, String type) {}
        Map<Named, Integer> times = new LinkedHashMap<>();
        Stream.concat(
                        article.actors().stream().map(a -> new Named(speech.state(a.name()), a.type())),
                        article.places().stream().map(p -> new Named(speech.place(p.id(), p.name()), "place")))
                .forEach(named -> times.merge(named, 1, Integer::sum));
        return times.entrySet().stream()
                .limit(MOST_NAMES)
                .map(e -> new Name(e.getKey().name(), e.getKey().type(), e.getValue()))
                .toList();
    }
}

package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Links.Link;
import dev.tocsin.classify.figures.Sources.Source;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How sure a figure is: denied, a rumour, official because a named authority says it, or reported. */
final class Certainty {
    private static final int FAR = 25;
    private static final int NEAR = 8;
    private static final int AFTER = 14;

    private final Sentence sentence;

    Certainty(Sentence sentence) {
        this.sentence = sentence;
    }

    String of(Link link, @Nullable Source source) {
        if (denied(link)) {
            return "denied";
        }
        if (rumour()) {
            return "rumour";
        }
        return source != null && source.official() ? "official" : "reported";
    }

    /** Denials reach over the figures that follow, up to the next word of saying. */
    private boolean denied(Link link) {
        int from = link.quantity().from();
        if (superseded(link)) {
            return true;
        }
        for (int i = from - 1; i >= Math.max(0, from - FAR); i--) {
            if (sentence.is(i, Marks.DENIES)) {
                return true;
            }
            if (sentence.is(i, Marks.SAYS) || sentence.is(i, Marks.BARRIER) || clauseEnds(i, from)) {
                break;
            }
        }
        int after = Math.max(link.quantity().end(), link.at());
        for (int i = after; i < Math.min(sentence.size(), after + AFTER); i++) {
            if (sentence.length(i, Marks.RETRACTED) > 0) {
                return true;
            }
        }
        return false;
    }

    /** A comma, unless what it begins is a part of the same: that, and, including. */
    private boolean clauseEnds(int at, int number) {
        return (sentence.sign(at, ",") || sentence.sign(at, ";"))
                && at + 1 < number
                && !sentence.is(at + 1, Marks.RELATIVE)
                && !sentence.is(at + 1, Marks.AND)
                && !sentence.is(at + 1, Marks.INCLUDING);
    }

    /** The toll rose <i>from 12</i> to 15; the <i>earlier</i> toll of 12; <i>initially</i> 12, later corrected to 8. */
    private boolean superseded(Link link) {
        var quantity = link.quantity();
        boolean toll = link.role() == Sense.Role.TOLL;
        if (toll && sentence.length(quantity.from(), Marks.BETWEEN) > 0 && quantity.low() != null) {
            return quantity.low().equals(quantity.high());
        }
        for (int i = quantity.from() - 1; i >= Math.max(0, quantity.from() - NEAR); i--) {
            if (sentence.token(i).kind() == Token.Kind.DIGITS || sentence.is(i, Marks.CORRECTS)) {
                return false;
            }
            if (sentence.length(i, Marks.SUPERSEDED) > 0) {
                return toll && i < link.at() || has(Marks.CORRECTS);
            }
        }
        return false;
    }

    private boolean rumour() {
        return has(Marks.RUMOUR);
    }

    private boolean has(Marks mark) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.length(i, mark) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a supposed source is the words that the number counts. */
    private static boolean counts(Source source, Link link) {
        var quantity = link.quantity();
        int last = Math.max(quantity.end(), quantity.noun() + 1);
        return source.from() < last && source.to() > quantity.from();
    }

    /** Told as past: the number that another one took the place of. */
    boolean earlier(Link link) {
        return superseded(link);
    }

    /** Who denies a figure, the nearest of those who are named as denying anything. */
    @Nullable
    Source denier(Link link, List<Source> sources) {
        return denied(link) && !superseded(link)
                ? nearest(link, sources.stream().filter(Source::denies).toList())
                : null;
    }

    /** The nearest source; who denies a figure is not its source, but may be that of the one set against it. */
    @Nullable
    Source source(Link link, List<Source> sources) {
        boolean denied = denied(link);
        return nearest(
                link, sources.stream().filter(s -> !(denied && s.denies())).toList());
    }

    private static @Nullable Source nearest(Link link, List<Source> sources) {
        return sources.stream()
                .filter(s -> !counts(s, link))
                .min(Comparator.comparingInt(s -> s.distance(link.quantity().from())))
                .orElse(null);
    }
}

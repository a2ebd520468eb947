package dev.tocsin.classify.match;

import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for a topic and against it, as it is found, and the score that follows.
 *
 * <p>Signals count as independent chances (noisy-or, Pearl 1988), and what speaks against the topic takes back what
 * speaks for it: of weights w the score is 1 − Π(1 − w) / Π(1 − |n|), at least 0, over the signals w that speak for the
 * topic and n against it. So a weight and its negative cancel, a long report of the thing itself outweighs a passing word,
 * and −1 is a veto. A signal counts once, however often it fires; in the title with its weight times the pack's boost, at
 * most {@value #MOST_FOR_ONE}; only behind the first {@value #LEAD} words of a text with {@value #BEHIND_LEAD} of it,
 * whether it speaks for the topic or against, because news begin with what they are about; a veto is one everywhere.
 */
final class Scores {
    private static final double MOST_FOR_ONE = 0.99;
    private static final int LEAD = 200;
    private static final double BEHIND_LEAD = 0.6;
    private static final double VETO = -1;

    private final TopicPack pack;
    private final int stretch;
    private final List<Fired> fired = new ArrayList<>();
    private boolean nearIsDone;

    /** What a term of a signal, or nearness, found in a field. */
    record Fired(int signal, Field field, String term, List<Span> spans) {}

    /** @param stretch how many words of the text's language are one word of {@code near} */
    Scores(TopicPack pack, int stretch) {
        this.pack = pack;
        this.stretch = stretch;
    }

    /** Notes that a signal fired in a field, and where. */
    void fire(int signal, Field field, String term, List<Span> spans) {
        fired.add(new Fired(signal, field, term, spans));
    }

    /** Whether the article belongs to the topic: what {@link #score} says, without the proof. */
    boolean belongs() {
        return value() >= pack.threshold() && pack.requires().stream().allMatch(this::anyFired);
    }

    TopicHit hit() {
        return new TopicHit(pack.id(), pack.version(), value(), Proof.of(pack, fired));
    }

    Score score() {
        double value = value();
        var ids = ids();
        return new Score(pack, value, ids, behind(), missing(), Proof.of(pack, fired));
    }

    private double value() {
        fireWhatIsNear();
        double notFor = 1;
        double notAgainst = 1;
        for (int signal = 0; signal < pack.signals().size(); signal++) {
            double weight = pack.signals().get(signal).weight();
            boolean inTitle = isIn(signal, Field.TITLE);
            if (!inTitle && !isIn(signal, Field.TEXT)) {
                continue;
            }
            if (weight > VETO && isBehind(signal)) {
                weight *= BEHIND_LEAD;
            }
            if (weight < 0) {
                notAgainst *= 1 + weight;
            } else {
                notFor *= not(weight, pack, inTitle);
            }
        }
        return notAgainst > 0 ? Math.max(0, 1 - notFor / notAgainst) : 0;
    }

    /** What a signal that speaks for its topic leaves of the chance that the article does not belong: 1 where it speaks against it. */
    static double notFor(TopicPack pack, int signal, boolean inTitle) {
        double weight = pack.signals().get(signal).weight();
        return weight < 0 ? 1 : not(weight, pack, inTitle);
    }

    private static double not(double weight, TopicPack pack, boolean inTitle) {
        return 1 - (inTitle ? Math.min(MOST_FOR_ONE, weight * pack.titleBoost()) : weight);
    }

    private boolean isIn(int signal, Field field) {
        for (var each : fired) {
            if (each.signal() == signal && each.field() == field) {
                return true;
            }
        }
        return false;
    }

    private boolean isBehind(int signal) {
        return !isIn(signal, Field.TITLE) && !isInLead(signal);
    }

    private List<String> behind() {
        return fired.stream()
                .filter(each -> isBehind(each.signal()))
                .map(each -> pack.signals().get(each.signal()).id())
                .distinct()
                .toList();
    }

    private boolean isInLead(int signal) {
        for (var each : fired) {
            if (each.signal() == signal && each.spans().getFirst().first() < LEAD * stretch) {
                return true;
            }
        }
        return false;
    }

    private List<String> ids() {
        return fired.stream()
                .map(each -> pack.signals().get(each.signal()).id())
                .distinct()
                .toList();
    }

    private List<List<String>> missing() {
        return pack.requires().stream().filter(group -> !anyFired(group)).toList();
    }

    private boolean anyFired(List<String> group) {
        for (var each : fired) {
            if (group.contains(pack.signals().get(each.signal()).id())) {
                return true;
            }
        }
        return false;
    }

    /** Fires the signals that are other signals standing near each other. */
    private void fireWhatIsNear() {
        for (int signal = 0; signal < pack.signals().size() && !nearIsDone; signal++) {
            var near = pack.signals().get(signal).near();
            if (near != null) {
                for (var field : Field.values()) {
                    fireIfNear(signal, near, field);
                }
            }
        }
        nearIsDone = true;
    }

    private void fireIfNear(int signal, TopicPack.Near near, Field field) {
        var places = new ArrayList<List<Span>>();
        for (var id : near.of()) {
            var spans = places(id, field);
            if (spans.isEmpty()) {
                return;
            }
            places.add(spans);
        }
        var spans = Nearness.between(near.words() * stretch, false).of(places);
        if (!spans.isEmpty()) {
            fire(signal, field, String.join(" NEAR/" + near.words() + " ", near.of()), spans);
        }
    }

    private List<Span> places(String id, Field field) {
        var places = new ArrayList<Span>();
        for (var each : fired) {
            if (each.field() == field && pack.signals().get(each.signal()).id().equals(id)) {
                places.addAll(each.spans());
            }
        }
        places.sort(Span.IN_READING_ORDER);
        return places.size() > Expression.MOST_SPANS ? places.subList(0, Expression.MOST_SPANS) : places;
    }
}

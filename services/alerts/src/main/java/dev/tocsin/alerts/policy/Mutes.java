package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources and actors that a topic's desk muted. Of two mutes of one the later verdict holds, whichever comes first; one
 * that ends no later than it was decided lifts the mute.
 *
 * @param list the latest decisions, at most 200
 */
public record Mutes(List<Mute> list) {
    public static final Mutes NONE = new Mutes(List.of());
    static final String SOURCE = "source";
    static final String ACTOR = "actor";

    private static final int MOST = 200;

    /**
     * @param order time and id of the verdict
     * @param until stream time; {@link Told#FOREVER} without end
     */
    public record Mute(String scope, String target, String order, Instant until) {}

    public Mutes {
        list = list == null ? List.of() : List.copyOf(list);
    }

    /** Whether a verdict is a mute of a source or an actor, which concerns the topic rather than the story. */
    public static boolean isFor(Verdict verdict) {
        return isOfTopic(verdict) && verdict.target() != null;
    }

    /** Whether it is such a mute but does not say of whom; it must not pass for one of the whole story. */
    public static boolean isOfNobody(Verdict verdict) {
        return isOfTopic(verdict) && verdict.target() == null;
    }

    private static boolean isOfTopic(Verdict verdict) {
        return verdict.verdict() == Verdict.Kind.MUTED
                && (SOURCE.equals(verdict.scope()) || ACTOR.equals(verdict.scope()));
    }

    /** @param until when it ends in stream time */
    public Mutes with(Verdict verdict, Instant until) {
        var mute = new Mute(
                String.valueOf(verdict.scope()),
                String.valueOf(verdict.target()),
                verdict.at() + "/" + verdict.id(),
                until);
        var kept = new ArrayList<Mute>();
        for (var other : list) {
            boolean same = other.scope().equals(mute.scope()) && other.target().equals(mute.target());
            if (same && other.order().compareTo(mute.order()) >= 0) {
                return this;
            }
            if (!same) {
                kept.add(other);
            }
        }
        kept.add(mute);
        return new Mutes(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
    }

    /** The English names of the actors that are muted at a time. */
    public Set<String> actors(Instant clock) {
        return list.stream()
                .filter(m -> m.scope().equals(ACTOR) && m.until().isAfter(clock))
                .map(Mute::target)
                .collect(Collectors.toSet());
    }

    /** When the mute of a source or actor ends; empty where there is none now. */
    Optional<Instant> until(String scope, @Nullable String target, Instant clock) {
        return list.stream()
                .filter(m -> m.scope().equals(scope) && m.target().equals(target))
                .map(Mute::until)
                .filter(until -> until.isAfter(clock))
                .findFirst();
    }
}

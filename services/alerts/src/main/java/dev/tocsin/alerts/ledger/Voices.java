package dev.tocsin.alerts.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one voice of what is one. An office without a state is that of the one state that the story names with it; and a
 * figure that nobody, or only "officials", are said to state is that of who is said to state the same one, whom it
 * repeats.
 */
final class Voices {
    private final Map<String, Set<Speaker>> states = new HashMap<>();
    private final Map<String, Speaker> first = new HashMap<>();

    private Voices() {}

    /** The tellings, in the order of time, each with its voice. */
    static List<Telling> of(List<Telling> tellings) {
        var voices = new Voices();
        for (var telling : tellings) {
            voices.learn(telling.speaker());
            voices.learn(telling.figure().deniedBy());
        }
        var whole = tellings.stream().map(t -> t.by(voices.whole(t.speaker()))).toList();
        whole.forEach(voices::learnFigure);
        return whole.stream().map(voices::adopted).toList();
    }

    /** Who denies it, with the same names as those of who states. */
    private void learn(@Nullable Speaker speaker) {
        int at = speaker == null ? -1 : speaker.key().indexOf(Speaker.OF);
        if (speaker != null && at > 0) {
            states.computeIfAbsent(speaker.key().substring(0, at), o -> new HashSet<>())
                    .add(speaker);
        }
    }

    private @Nullable Speaker whole(@Nullable Speaker speaker) {
        if (speaker == null) {
            return null;
        }
        var of = states.getOrDefault(speaker.key(), Set.of());
        return of.size() == 1 ? of.iterator().next() : speaker;
    }

    private void learnFigure(Telling telling) {
        if (isNamed(telling.speaker()) && !telling.figure().isDenial()) {
            first.putIfAbsent(telling.number(), telling.speaker());
        }
    }

    private Telling adopted(Telling telling) {
        return isNamed(telling.speaker())
                ? telling
                : telling.by(first.getOrDefault(telling.number(), telling.speaker()));
    }

    private static boolean isNamed(@Nullable Speaker speaker) {
        return speaker != null && !speaker.equals(Speaker.OFFICIALS);
    }
}

package dev.tocsin.alerts.burst;

import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a subject is in a burst. Time is stream time: an article is judged at its own, so that one wrong clock
 * changes nothing for the next article. Pure: it reads the rates of a lane and returns what changes.
 */
public final class BurstEngine {
    private BurstEngine() {}

    /**
     * After a new article.
     *
     * @param story that the article is in now
     * @param muted English names of the actors that the desk wants to hear nothing of
     */
    public static Changes counted(
            Rates rates, Sighting sighting, StoryState story, BurstRules rules, Set<String> muted, Instant now) {
        var look = new Look(rates, rules, sighting.clock(), muted, now);
        look.timePasses();
        Report.of(sighting, story, now).ifPresent(look::count);
        return look.changes();
    }

    /** When time goes on and no new article comes. */
    public static Changes passed(Rates rates, BurstRules rules, Instant clock, Instant now) {
        var look = new Look(rates, rules, clock, Set.of(), now);
        look.timePasses();
        return look.changes();
    }

    /**
     * After an analyst decided on a burst.
     *
     * @param until stream time at which a mute ends
     */
    public static Changes judged(Rates rates, Verdict verdict, @Nullable Instant until) {
        var judged = rates.told(verdict.story()).stream()
                .map(rate -> {
                    var episode = rate.episode();
                    return episode == null
                            ? rate
                            : rate.with(episode.judged(
                                    episode.judgement().with(verdict, BurstAlert.severity(rate.subject()), until)));
                })
                .toList();
        return new Changes(judged, List.of(), List.of(), List.of(), List.of());
    }
}

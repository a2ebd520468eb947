package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.alerts.story.Known;
import dev.tocsin.alerts.story.OpenStories;
import dev.tocsin.alerts.story.Outcome;
import dev.tocsin.alerts.story.StoryEngine;
import dev.tocsin.alerts.story.StoryRules;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One story under a policy, as the shell keeps it: for tests that tell a course of events. */
final class Bench {
    private final StoryEngine engine = new StoryEngine(StoryRules.DEFAULTS);
    private final Map<String, StoryState> shelf = new HashMap<>();
    private final OpenStories open = new OpenStories(shelf::get);
    private final OpenStories over = new OpenStories(shelf::get);
    private final Map<String, Known> known = new HashMap<>();
    private final AlertPolicy policy;
    private Mutes mutes = Mutes.NONE;
    private int verdicts;

    Bench(AlertRules rules) {
        policy = new AlertPolicy(rules);
    }

    /** What an article makes ring; what was due before it must have rung by {@link #passTo}. */
    Optional<Alert> see(Articles article) {
        var sighting = article.sighting();
        var outcome = engine.accept(open, over, sighting, Optional.ofNullable(known.get(article.id())));
        if (!(outcome instanceof Outcome.Changed changed)) {
            return Optional.empty();
        }
        known.put(article.id(), new Known(changed.state().id(), article.revision(), Instant.EPOCH));
        return kept(policy.changed(
                changed.state(), sighting, mutes, article.fetched().plusSeconds(2)));
    }

    /** What rings when stream time passes. */
    Optional<Alert> passTo(Instant time) {
        var due = story().told().due();
        if (due == null || due.isAfter(time)) {
            return Optional.empty();
        }
        var looked = story().telling(story().told().lookingAgain(null));
        return kept(policy.due(looked, mutes, due, time));
    }

    Optional<Alert> judge(Verdict.Kind kind, Instant at, @Nullable Instant until) {
        return judge(verdict("v" + ++verdicts, kind, at, until));
    }

    Optional<Alert> judge(Verdict verdict) {
        return kept(policy.judged(story(), verdict, mutes, clock(), verdict.at()));
    }

    void mute(String scope, String target, Instant at, Instant until) {
        var verdict = new Verdict(
                "v" + ++verdicts,
                story().id(),
                Articles.TOPIC,
                Verdict.Kind.MUTED,
                "ada",
                at,
                null,
                until,
                scope,
                target);
        mutes = mutes.with(verdict, until);
    }

    Verdict verdict(String id, Verdict.Kind kind, Instant at, @Nullable Instant until) {
        return new Verdict(id, story().id(), Articles.TOPIC, kind, "ada", at, null, until, null);
    }

    StoryState story() {
        return Objects.requireNonNull(shelf.values().iterator().next());
    }

    private Instant clock() {
        return story().active();
    }

    private Optional<Alert> kept(Ring ring) {
        shelf.put(ring.state().id(), ring.state());
        open.put(ring.state());
        return ring.alert();
    }
}

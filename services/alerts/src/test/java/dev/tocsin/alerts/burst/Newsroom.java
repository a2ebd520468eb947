package dev.tocsin.alerts.burst;

import static dev.tocsin.alerts.story.Articles.article;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.alerts.story.Lane;
import dev.tocsin.alerts.story.OpenStories;
import dev.tocsin.alerts.story.Outcome;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryEngine;
import dev.tocsin.alerts.story.StoryRules;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rates of one lane, as the shell keeps them: for tests that tell a course of events. */
final class Newsroom {
    static final Actor MAYOR = new Actor("karimova", "person", "Mayor Karimova", 0, 1);

    private final StoryEngine engine = new StoryEngine(StoryRules.DEFAULTS);
    private final Map<String, StoryState> shelf = new HashMap<>();
    private final OpenStories open = new OpenStories(shelf::get);
    private final OpenStories over = new OpenStories(shelf::get);
    final Rates rates;
    private final BurstRules rules;
    private final Set<String> muted;
    private final List<Alert> told = new ArrayList<>();
    private int articles;

    Newsroom() {
        this(rules(Duration.ofHours(3)), Set.of(), false);
    }

    Newsroom(BurstRules rules, Set<String> muted, boolean replay) {
        this.rules = rules;
        this.muted = muted;
        this.rates = new Rates(new Lane(Articles.TOPIC, replay, null));
    }

    static BurstRules rules(Duration window) {
        return new BurstRules(EnumSet.allOf(Subject.Kind.class), window, 3, 5, 2, Duration.ofHours(6));
    }

    /** An article like no other, of the next of so many sources. */
    Articles next(int sources, Duration at) {
        int n = articles++;
        return article("a" + n)
                .from("s" + n % sources + ".example")
                .titled("Q" + Integer.toString(n + 50_000, 36) + " z" + Integer.toString(n + 70_000, 36))
                .saying("X" + Integer.toString(n + 90_000, 36) + " y" + Integer.toString(n + 110_000, 36) + ".")
                .after(at);
    }

    /** One article every so often, of three sources, from one time to another. */
    void usual(Duration from, Duration every, Duration to) {
        for (var at = from; at.compareTo(to) < 0; at = at.plus(every)) {
            see(next(3, at));
        }
    }

    /** What an article makes ring. */
    List<Alert> see(Articles article) {
        var sighting = article.sighting();
        if (engine.accept(open, over, sighting, Optional.empty()) instanceof Outcome.Changed changed) {
            keep(changed.state());
            for (var id : engine.ending(open)) {
                open.remove(id);
                shelf.remove(id);
            }
            return see(sighting, changed.state());
        }
        throw new AssertionError(article.id() + " changed no story");
    }

    List<Alert> see(Sighting sighting, StoryState story) {
        return keep(BurstEngine.counted(rates, sighting, story, rules, muted, sighting.clock()));
    }

    /** What rings when time passes without an article. */
    List<Alert> passTo(Instant clock) {
        return keep(BurstEngine.passed(rates, rules, clock, clock));
    }

    void judge(String story, Verdict.Kind kind, Instant at) {
        keep(BurstEngine.judged(
                rates,
                new Verdict("v" + at, story, Articles.TOPIC, kind, "ada", at, null, null, null),
                at.plus(Duration.ofDays(1))));
    }

    private void keep(StoryState state) {
        shelf.put(state.id(), state);
        open.put(state);
    }

    private List<Alert> keep(Changes changes) {
        changes.rates().forEach(rates::put);
        changes.dropped().forEach(rates::drop);
        changes.counted().forEach(rates::put);
        changes.gone().forEach(rates::drop);
        told.addAll(changes.alerts());
        return changes.alerts();
    }

    /** All that was told. */
    List<Alert> told() {
        return told;
    }
}

package dev.tocsin.alerts.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The engine with its memory, as the shell keeps it: for tests that tell a course of events. */
final class Desk {
    private final StoryEngine engine;
    private final Map<Lane, OpenStories> lanes = new HashMap<>();
    private final Map<Lane, OpenStories> over = new HashMap<>();
    private final Map<String, StoryState> shelf = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();

    Desk(StoryRules rules) {
        engine = new StoryEngine(rules);
    }

    Outcome see(Articles article) {
        var sighting = article.sighting();
        var key = sighting.lane().key() + sighting.id();
        var outcome = engine.accept(
                open(sighting.lane()), closed(sighting.lane()), sighting, Optional.ofNullable(known.get(key)));
        switch (outcome) {
            case Outcome.Changed(var state, var others, var moved) -> {
                others.forEach(this::keep);
                keep(state);
                moved.forEach((id, story) -> known.computeIfPresent(
                        sighting.lane().key() + id, (k, was) -> new Known(story, was.revision(), was.at())));
                known.put(key, new Known(state.id(), article.revision(), Instant.EPOCH));
            }
            case Outcome.Unchanged(var story) -> known.put(key, new Known(story, article.revision(), Instant.EPOCH));
            case Outcome.Duplicate() -> {}
        }
        return outcome;
    }

    private void keep(StoryState state) {
        if (state.isMerged()) {
            open(state.lane()).remove(state.id());
        } else {
            shelf.put(state.id(), state);
            open(state.lane()).put(state);
            closed(state.lane()).remove(state.id());
        }
    }

    /** The story that an article changed. */
    StoryState story(Articles article) {
        if (see(article) instanceof Outcome.Changed changed) {
            return changed.state();
        }
        throw new AssertionError(article.id() + " changed no story");
    }

    /** The id of the open story that holds an article. */
    String storyOf(Articles article) {
        var sighting = article.sighting();
        var story = known.get(sighting.lane().key() + sighting.id()).story();
        return open(sighting.lane()).get(story).orElseThrow().id();
    }

    OpenStories open(Lane lane) {
        return lanes.computeIfAbsent(lane, l -> new OpenStories(shelf::get));
    }

    OpenStories closed(Lane lane) {
        return over.computeIfAbsent(lane, l -> new OpenStories(shelf::get));
    }

    /** Closes what is to be closed, and forgets what is over for long; says how many closed. */
    int sweep(Lane lane) {
        var ending = engine.ending(open(lane));
        for (var id : ending) {
            var closed = engine.closed(open(lane).get(id).orElseThrow());
            open(lane).remove(id);
            shelf.put(id, closed);
            closed(lane).put(closed);
        }
        engine.forgotten(closed(lane), open(lane).clock()).forEach(closed(lane)::remove);
        return ending.size();
    }
}

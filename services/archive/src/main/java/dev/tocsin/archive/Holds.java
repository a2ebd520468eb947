package dev.tocsin.archive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.archive.keep.Hold;
import io.quarkus.logging.Log;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Stories that are held. What one was merged into is held with it. */
final class Holds {
    /** Stories that one after the other became part of the next; longer chains are a loop. */
    private static final int MOST_MERGED = 20;

    private final KeptDocuments<Hold> holds;
    private final Store store;
    private final InstantSource clock;

    Holds(KeptDocuments<Hold> holds, Store store, InstantSource clock) {
        this.holds = holds;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is held now.
     *
     * @param stories ids of the held ones, and of those they were merged into
     * @param articles ids of all their articles
     */
    record Held(Set<String> stories, Set<String> articles) {}

    /** Holds a story; one that is held already stays as it is. Empty where there is no such story. */
    Optional<Hold> hold(String story, String by, String why) {
        return store.story(story).map(known -> {
            var wanted = new Hold(story, by, why, clock.instant(), articles(known));
            var kept = Objects.requireNonNull(holds.change(story, before -> before == null ? wanted : before));
            if (kept.equals(wanted)) {
                Log.infof(
                        "audit action=hold story=%s by=%s articles=%d",
                        story, word(by), kept.articles().size());
            }
            return kept;
        });
    }

    Optional<Hold> find(String story) {
        return holds.find(story);
    }

    List<Hold> all() {
        return holds.all();
    }

    /** Lifts a hold; false where there was none. */
    boolean lift(String story, String by) {
        boolean lifted = holds.delete(story);
        if (lifted) {
            Log.infof("audit action=lift-hold story=%s by=%s", story, word(by));
        }
        return lifted;
    }

    Held held() {
        var stories = new HashSet<String>();
        var articles = new HashSet<String>();
        for (var hold : holds.all()) {
            articles.addAll(hold.articles());
            var id = hold.story();
            for (int i = 0; i < MOST_MERGED && !id.isEmpty() && stories.add(id); i++) {
                var story = store.story(id);
                story.ifPresent(s -> articles.addAll(articles(s)));
                id = story.map(s -> s.path("mergedInto").asText("")).orElse("");
            }
        }
        return new Held(stories, articles);
    }

    /** The held stories that an article belongs to. */
    List<String> of(String article) {
        return holds.all().stream()
                .filter(hold -> hold.articles().contains(article)
                        || store.story(hold.story())
                                .map(s -> articles(s).contains(article))
                                .orElse(false))
                .map(Hold::story)
                .toList();
    }

    private static List<String> articles(JsonNode story) {
        var ids = new ArrayList<String>();
        story.path("origins").forEach(o -> o.path("articles").forEach(id -> ids.add(id.asText())));
        return ids;
    }

    /** A name as one word of a log line. */
    static String word(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", "_");
    }
}

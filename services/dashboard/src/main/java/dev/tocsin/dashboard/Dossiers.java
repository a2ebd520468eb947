package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.pages.AlertHistory;
import dev.tocsin.dashboard.pages.Dossier;
import dev.tocsin.dashboard.pages.StoryArticle;
import dev.tocsin.dashboard.words.Speech;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Gathers what is known of a story from the archive, all parts at the same time, each of them bounded. */
@Singleton
final class Dossiers {
    /** The most articles that drawings and counts are made from. */
    static final int ARTICLES = 1_000;

    /** The archive's largest page. */
    private static final int PAGE = 200;

    private static final int OTHERS = 100;

    private final Lookups lookups;

    /** Articles of a story, and whether there are more. */
    private record Listed(List<StoryArticle> articles, boolean more) {}

    Dossiers(Lookups lookups) {
        this.lookups = lookups;
    }

    /**
     * A story of which the archive has at least its alert or itself.
     *
     * @param texts how many of its latest articles come whole
     * @param speech how the reader is told
     */
    Lookup<Dossier> of(String id, int texts, Speech speech) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.submit(() -> lookups.alert(id));
            var listed = threads.submit(() -> listed(id));
            var story = lookups.story(id);
            var alert = got(asked);
            // of the two the archive may have got only one yet; what it cannot say at all is an error
            if (story instanceof Lookup.Failed<Story> failed && (!story.missing() || alert.missing())) {
                return failed.as();
            }
            if (alert instanceof Lookup.Failed<AlertHistory> failed && !alert.missing()) {
                return failed.as();
            }
            var topic = story.found()
                    .map(Story::topic)
                    .orElseGet(() -> alert.found().orElseThrow().latest().topic());
            var others = threads.submit(() -> others(topic));
            var articles = got(listed);
            var latest = articles.articles().stream().map(StoryArticle::id).toList();
            // a burst is no story that articles could be of: it links to the latest that were counted
            var shown = latest.isEmpty() && story.missing()
                    ? alert.found().map(Dossiers::links).orElse(latest)
                    : latest;
            var whole = lookups.articles(shown.stream().limit(texts).toList());
            return new Lookup.Found<>(new Dossier(
                    story.found(),
                    alert.found(),
                    articles.articles(),
                    articles.more(),
                    whole,
                    got(others),
                    lookups.topicNames(speech.locale()),
                    speech));
        }
    }

    private static List<String> links(AlertHistory history) {
        return history.latest().links().stream().map(Alert.Link::article).toList();
    }

    private Listed listed(String id) {
        var articles = new ArrayList<StoryArticle>();
        boolean more = eachArticle(id, ARTICLES, articles::add);
        return new Listed(articles, more);
    }

    /**
     * Reads a story's articles page by page, the newest first.
     *
     * @return whether there are more than {@code most}
     */
    boolean eachArticle(String id, int most, Consumer<StoryArticle> taker) {
        var first = "/articles?story=" + Neighbours.parameter(id) + "&limit=" + PAGE;
        var path = first;
        for (int read = 0; read < most; read += PAGE) {
            var page = lookups.tree(Neighbour.ARCHIVE, path).found().orElse(null);
            if (page == null) {
                return read > 0;
            }
            for (var item : page.path("items")) {
                var article = StoryArticle.of(item);
                if (article != null) {
                    taker.accept(article);
                }
            }
            var cursor = page.path("nextCursor").textValue();
            if (cursor == null) {
                return false;
            }
            path = first + "&cursor=" + Neighbours.parameter(cursor);
        }
        return true;
    }

    private List<Story> others(String topic) {
        var stories = new ArrayList<Story>();
        lookups.tree(Neighbour.ARCHIVE, "/stories?topic=" + Neighbours.parameter(topic) + "&limit=" + OTHERS)
                .found()
                .ifPresent(page -> page.path("items").forEach(item -> read(item, stories)));
        return stories;
    }

    private static void read(JsonNode item, List<Story> stories) {
        try {
            stories.add(Json.read(Json.write(item), Story.class));
        } catch (UnreadableMessageException e) {
            // one that a page does not need in order to be right
        }
    }

    private static <T> T got(Future<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lookup broke: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a story was gathered", e);
        }
    }
}

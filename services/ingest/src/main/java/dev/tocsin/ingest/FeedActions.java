package dev.tocsin.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.feeds.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** One action on many feeds. */
@ApplicationScoped
class FeedActions {
    private final FeedCatalog catalog;
    private final DeletedFeeds deleted;
    private final Poller poller;

    FeedActions(FeedCatalog catalog, DeletedFeeds deleted, Poller poller) {
        this.catalog = catalog;
        this.deleted = deleted;
        this.poller = poller;
    }

    /** The actions there are. */
    enum Action {
        PAUSE,
        RESUME,
        TAG,
        UNTAG,
        DELETE,
        RESTORE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is asked for.
     *
     * @param ids of the feeds; null where a query chooses them
     */
    record Wanted(Action action, @Nullable List<String> ids, FeedQuery query, List<String> tags) {
        private static final Set<String> KEYS = Set.of("action", "ids", "filter", "tags");
        private static final Set<String> FILTER = Set.of("state", "tag", "country", "language", "q");

        /** @throws IllegalArgumentException that names the key that is wrong */
        static Wanted of(JsonNode json, int most) {
            known(json, KEYS, "the body");
            var action = action(json.path("action").asText());
            var ids = texts(json, "ids");
            if (ids != null && ids.size() > most) {
                throw new IllegalArgumentException("'ids' holds " + ids.size() + " feeds, at most " + most);
            }
            var filter = json.get("filter");
            if ((ids == null) == (filter == null)) {
                throw new IllegalArgumentException(
                        "give 'ids', or 'filter' with what GET /feeds takes ({} for all of them), and not both");
            }
            if (action == Action.RESTORE && ids == null) {
                throw new IllegalArgumentException("'filter' finds no deleted feed: give 'ids' to restore");
            }
            var tags = texts(json, "tags");
            if ((action == Action.TAG || action == Action.UNTAG) && (tags == null || tags.isEmpty())) {
                throw new IllegalArgumentException("'tags' is missing: give at least one to " + action.label());
            }
            return new Wanted(
                    action,
                    ids,
                    filter == null ? FeedQuery.ALL : query(filter),
                    tags == null ? List.of() : Tags.of(tags));
        }

        private static Action action(String label) {
            return Arrays.stream(Action.values())
                    .filter(a -> a.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'action' is '" + label + "', expected one of "
                            + Arrays.stream(Action.values()).map(Action::label).collect(Collectors.joining(", "))));
        }

        private static FeedQuery query(JsonNode filter) {
            known(filter, FILTER, "'filter'");
            return FeedQuery.of(
                    filter.path("state").textValue(),
                    filter.path("tag").textValue(),
                    filter.path("country").textValue(),
                    filter.path("language").textValue(),
                    filter.path("q").textValue());
        }

        private static @Nullable List<String> texts(JsonNode json, String key) {
            var value = json.get(key);
            if (value == null || value.isNull()) {
                return null;
            }
            var texts = new ArrayList<String>();
            value.forEach(v -> texts.add(v.asText()));
            if (!value.isArray() || texts.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("'" + key + "' is no list of texts");
            }
            return texts;
        }

        private static void known(JsonNode json, Set<String> keys, String what) {
            if (!json.isObject()) {
                throw new IllegalArgumentException(what + " is not a JSON object");
            }
            json.fieldNames().forEachRemaining(key -> {
                if (!keys.contains(key)) {
                    throw new IllegalArgumentException("'" + key + "' is no key of " + what + "; there are "
                            + keys.stream().sorted().collect(Collectors.joining(", ")));
                }
            });
        }
    }

    /**
     * @param done feeds that it was done to
     * @param missing ids that are no feeds
     */
    record Done(String action, int done, List<String> missing) {}

    Done act(Wanted wanted, Instant now) {
        var ids = wanted.ids() == null
                ? catalog.ids(wanted.query())
                : wanted.ids().stream().distinct().toList();
        var missing = new ArrayList<String>();
        ids.stream().gather(Gatherers.windowFixed(FeedCatalog.BATCH)).forEach(batch -> {
            var done = act(wanted, batch, now);
            batch.stream().filter(id -> !done.contains(id)).forEach(missing::add);
        });
        if (wanted.action() == Action.RESUME || wanted.action() == Action.RESTORE) {
            poller.wake();
        }
        return new Done(wanted.action().label(), ids.size() - missing.size(), missing);
    }

    private Set<String> act(Wanted wanted, List<String> batch, Instant now) {
        switch (wanted.action()) {
            case DELETE -> {
                return deleted.delete(batch, now);
            }
            case RESTORE -> {
                return deleted.restore(batch, now);
            }
            case PAUSE -> catalog.pause(batch);
            case RESUME -> catalog.resume(batch, now);
            case TAG -> catalog.tag(batch, wanted.tags());
            case UNTAG -> catalog.untag(batch, wanted.tags());
        }
        return new HashSet<>(catalog.among(batch));
    }
}

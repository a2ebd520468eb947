package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.feeds.FeedState;
import java.util.ArrayList;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A query in MongoDB's words. */
final class FeedFilter {
    /** Where coverage keeps that a feed is quiet. */
    static final String QUIET = "quiet";

    private FeedFilter() {}

    static Bson of(FeedQuery query) {
        var all = new ArrayList<Bson>();
        if (query.state() != null) {
            all.add(state(query.state()));
        }
        if (query.tag() != null) {
            all.add(or(
                    eq("settings.tags", query.tag()),
                    regex("settings.tags", "^" + FeedQuery.asItIs(query.tag()) + "/")));
        }
        if (query.country() != null) {
            all.add(eq("settings.source.country", query.country()));
        }
        if (query.language() != null) {
            all.add(eq("settings.language", query.language()));
        }
        for (var word : query.q()) {
            var pattern = FeedQuery.anyCase(word);
            all.add(or(
                    regex("url", pattern),
                    regex("settings.title", pattern),
                    regex("status.declaredTitle", pattern),
                    regex("settings.source.name", pattern),
                    regex("settings.tags", pattern)));
        }
        return all.isEmpty() ? new Document() : and(all);
    }

    /** As {@link KnownFeed#state} tells it. */
    private static Bson state(String state) {
        var ok = FeedState.OK.label();
        return switch (state) {
            case FeedQuery.PAUSED -> eq("settings.paused", true);
            case FeedQuery.QUIET ->
                and(
                        ne("settings.paused", true),
                        or(eq("status.state", FeedQuery.QUIET), and(eq("status.state", ok), exists(QUIET))));
            default -> {
                var own = and(ne("settings.paused", true), eq("status.state", state));
                yield state.equals(ok) ? and(own, exists(QUIET, false)) : own;
            }
        };
    }
}

package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedCursor;
import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.lists.OpmlWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The collection {@code feeds} as people look through it and change many at a time. */
@ApplicationScoped
class FeedCatalog {
    /** Documents in one round to the store. */
    static final int BATCH = 500;

    private final MongoCollection<Document> feeds;

    FeedCatalog(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.feeds = client.getDatabase(database).getCollection("feeds");
    }

    /** Oldest first, so that a page never moves because of what is added later. */
    List<KnownFeed> list(FeedQuery query, @Nullable FeedCursor after, int limit) {
        var wanted = FeedFilter.of(query);
        var filter = after == null
                ? wanted
                : and(
                        wanted,
                        or(
                                gt("createdAt", Date.from(after.createdAt())),
                                and(eq("createdAt", Date.from(after.createdAt())), gt("_id", after.id()))));
        return feeds.find(filter)
                .sort(Sorts.ascending("createdAt", "_id"))
                .limit(limit)
                .map(KnownFeed::read)
                .into(new ArrayList<>());
    }

    Optional<KnownFeed> find(String id) {
        return Optional.ofNullable(feeds.find(eq("_id", id)).first()).map(KnownFeed::read);
    }

    /** Every feed, in no order, one at a time. */
    void each(Consumer<KnownFeed> sink) {
        feeds.find().batchSize(BATCH).forEach(d -> sink.accept(KnownFeed.read(d)));
    }

    /**
     * Every feed of the web, folder by folder; what is held meanwhile is an id and a folder of each. Files are this
     * machine's own business.
     */
    void eachByFolder(Consumer<Feed> sink) {
        record Place(String folder, String id) {}
        var places = new ArrayList<Place>();
        feeds.find(regex("url", "^http"))
                .projection(Projections.include("settings.tags"))
                .batchSize(BATCH)
                .forEach(d -> {
                    var tags =
                            d.getEmbedded(List.of("settings"), new Document()).getList("tags", String.class, List.of());
                    places.add(new Place(OpmlWriter.folder(tags), d.getString("_id")));
                });
        places.sort((a, b) -> a.folder().compareTo(b.folder()));
        places.stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
            var ids = batch.stream().map(Place::id).toList();
            var found =
                    feeds.find(in("_id", ids)).batchSize(BATCH).map(FeedDocument::read).into(new ArrayList<>()).stream()
                            .collect(Collectors.toMap(Feed::id, f -> f));
            ids.stream().map(found::get).filter(f -> f != null).forEach(sink);
        });
    }

    FeedFacets facets() {
        var facets = new FeedFacets.Counting();
        feeds.find()
                .projection(Projections.include(
                        "status.state",
                        FeedFilter.QUIET,
                        "settings.paused",
                        "settings.tags",
                        "settings.language",
                        "settings.source.country"))
                .batchSize(BATCH)
                .forEach(facets::add);
        return facets.done();
    }

    /** Adds what is not there yet; gives the ids that were. */
    Set<String> addAll(List<Feed> added) {
        var there = new HashSet<String>();
        var documents = added.stream().map(FeedDocument::of).toList();
        if (documents.isEmpty()) {
            return there;
        }
        try {
            feeds.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            for (var error : e.getWriteErrors()) {
                if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                there.add(added.get(error.getIndex()).id());
            }
        }
        return there;
    }

    /** The ids among these that are there. */
    Set<String> among(Collection<String> ids) {
        return feeds.find(in("_id", ids))
                .projection(Projections.include("_id"))
                .map(d -> d.getString("_id"))
                .into(new HashSet<>());
    }

    /** The ids of all that a query finds. */
    List<String> ids(FeedQuery query) {
        return feeds.find(FeedFilter.of(query))
                .projection(Projections.include("_id"))
                .batchSize(BATCH)
                .map(d -> d.getString("_id"))
                .into(new ArrayList<>());
    }

    void pause(Collection<String> ids) {
        feeds.updateMany(in("_id", ids), Updates.set("settings.paused", true));
    }

    /** They are due at once. */
    void resume(Collection<String> ids, Instant now) {
        feeds.updateMany(
                in("_id", ids),
                Updates.combine(Updates.set("settings.paused", false), Updates.set("status.nextTry", Date.from(now))));
    }

    void tag(Collection<String> ids, List<String> tags) {
        feeds.updateMany(in("_id", ids), Updates.addEachToSet("settings.tags", tags));
    }

    void untag(Collection<String> ids, List<String> tags) {
        feeds.updateMany(in("_id", ids), Updates.pullAll("settings.tags", tags));
    }

    /** Says of one feed that it is quiet; null that it is not. */
    void quiet(String id, @Nullable Silence silence) {
        Bson update =
                silence == null ? Updates.unset(FeedFilter.QUIET) : Updates.set(FeedFilter.QUIET, silence.document());
        feeds.updateOne(eq("_id", id), update);
    }
}

package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.polite.Due;
import dev.tocsin.ingest.polite.DueQueue.Ready;
import dev.tocsin.ingest.polite.HostKey;
import dev.tocsin.ingest.polite.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who polls which feed of the collection {@code feeds}. A claim moves the feed's next try by its whole interval at once,
 * so that a replica that dies in the middle of a poll does not have its feed asked twice in that time, and gives it a new
 * {@link Turn}; the record of the poll is written under that turn or not at all. All is done many feeds at a time, by one
 * unique key, which is quick on the embedded store too.
 */
@ApplicationScoped
class FeedClaims {
    /** A poll's record, on its way to the store. */
    record Done(String turn, FeedStatus before, FeedStatus after) {}

    private static final Duration MARGIN = Duration.ofSeconds(20);
    /** The clocks of replicas differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final Bson OF_DUE = Projections.include("turn", "host", "status.lastTry", "status.nextTry");

    private final MongoCollection<Document> feeds;
    private final IngestConfig.Interval interval;
    private final Duration longestPoll;

    FeedClaims(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            IngestConfig config) {
        this.feeds = client.getDatabase(database).getCollection("feeds");
        this.interval = config.interval();
        this.longestPoll = config.fetch()
                .totalTimeout()
                .plus(config.fullTextPatience())
                .plus(config.sendTimeout())
                .plus(MARGIN);
    }

    /** Makes the indexes, and gives feeds of earlier versions what claims need. */
    void prepare() {
        feeds.createIndex(
                Indexes.ascending("turn"), new IndexOptions().unique(true).sparse(true));
        feeds.createIndex(Indexes.ascending("status.nextTry", "slot"));
        feeds.find(exists("turn", false)).projection(Projections.include("url")).forEach(d -> {
            var host = HostKey.of(URI.create(d.getString("url")));
            feeds.updateOne(
                    eq("_id", d.getString("_id")),
                    Updates.combine(
                            Updates.set("turn", Turn.first(d.getString("_id"))),
                            Updates.set("host", host),
                            Updates.set("slot", Share.slot(host))));
        });
    }

    /**
     * Those of a share's feeds that are due, the longest first; and those that were asked at a time which is still to come, because
     * the clock was put back and they would wait for as long. The embedded store looks at every feed for this, so it is
     * asked for many at a time.
     *
     * @param crowded hosts to leave out, because enough of their feeds wait already
     */
    List<Due> due(Instant now, Share share, Set<String> crowded, int limit) {
        var asked =
                and(gt("status.lastTry", Date.from(now.plus(SKEW))), ne("status.nextTry", Date.from(FeedStatus.NEVER)));
        var filters = new ArrayList<Bson>(
                List.of(or(lte("status.nextTry", Date.from(now)), asked), ne("settings.paused", true)));
        if (!share.isAll()) {
            filters.add(in("slot", share.slots()));
        }
        if (!crowded.isEmpty()) {
            filters.add(nin("host", crowded));
        }
        return feeds.find(and(filters))
                .projection(OF_DUE)
                .sort(Sorts.ascending("status.nextTry"))
                .limit(limit)
                .batchSize(limit)
                .map(this::due)
                .into(new ArrayList<>());
    }

    /** Of the feeds that are ready, those that nobody was quicker to claim; the others' passes are closed. */
    List<Claim> claim(Collection<Ready> ready, Instant now) {
        var turns = new HashMap<String, String>();
        var writes = new ArrayList<WriteModel<Document>>(ready.size());
        for (var one : ready) {
            var turn = Turn.next(one.due().id());
            turns.put(one.due().id(), turn);
            writes.add(new UpdateOneModel<>(
                    eq("turn", one.due().turn()),
                    Updates.combine(
                            Updates.set("turn", turn),
                            Updates.min("status.lastTry", Date.from(now)),
                            Updates.set(
                                    "status.nextTry",
                                    Date.from(now.plus(one.due().hold()))))));
        }
        feeds.bulkWrite(writes, ANY_ORDER);
        var mine = new HashMap<String, Document>();
        feeds.find(in("turn", turns.values()))
                .batchSize(turns.size() + 1)
                .forEach(d -> mine.put(d.getString("_id"), d));
        var claims = new ArrayList<Claim>(mine.size());
        for (var one : ready) {
            var document = mine.get(one.due().id());
            if (document == null) {
                one.pass().close();
            } else {
                claims.add(new Claim(FeedDocument.read(document), document.getString("turn"), now, one.pass()));
            }
        }
        return claims;
    }

    /** Writes what polls found out, each under its turn: of a feed that was claimed again or deleted, nothing. */
    void record(Collection<Done> polls) {
        feeds.bulkWrite(polls.stream().map(FeedClaims::write).toList(), ANY_ORDER);
    }

    /** Notes what a hub delivered between two polls. */
    void delivered(String id, int articles, Instant now) {
        feeds.updateOne(
                eq("_id", id),
                Updates.combine(
                        Updates.inc("status.articles", (long) articles),
                        Updates.set("status.lastNewArticle", Date.from(now)),
                        Updates.set("status.pace.newest", Date.from(now))));
    }

    private static WriteModel<Document> write(Done done) {
        var status = FeedDocument.of(done.after());
        status.remove("articles");
        var updates = new ArrayList<Bson>();
        status.forEach((key, value) -> updates.add(Updates.set("status." + key, value)));
        // A hub may have delivered meanwhile: only what this poll added is added.
        updates.add(Updates.inc(
                "status.articles", done.after().articles() - done.before().articles()));
        return new UpdateOneModel<>(eq("turn", done.turn()), Updates.combine(updates));
    }

    private Due due(Document d) {
        return new Due(d.getString("_id"), d.getString("turn"), d.getString("host"), hold(d));
    }

    /**
     * What the schedule gave the feed last time, which is what it is not to be asked twice in, and no less than its poll
     * may take.
     */
    private Duration hold(Document d) {
        var status = d.get("status", Document.class);
        var last = status.getDate("lastTry");
        var given = last == null
                ? interval.standard()
                : Duration.between(last.toInstant(), status.getDate("nextTry").toInstant());
        var atMost = given.compareTo(interval.longest()) > 0 ? interval.longest() : given;
        return atMost.compareTo(longestPoll) < 0 ? longestPoll : atMost;
    }
}

package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.tocsin.ingest.polite.Share;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collection {@code replicas}: who is alive, by leases that each renews and that end by themselves, and so whose the
 * hosts are. Two replicas may for a moment think that a host is theirs; {@link FeedClaims} lets only one have each feed.
 * The hosts of one that fell are nobody's until what it had sent is marked.
 */
@ApplicationScoped
class Replicas {
    /** What a replica that fell leaves behind. */
    @FunctionalInterface
    interface Leavings {
        /**
         * Marks what was sent and not marked.
         *
         * @param since when whoever sent it was last alive
         */
        void mark(Instant since);
    }

    private record Other(String id, Instant at, Instant until) {}

    /** A lease that ends and is noticed to have ended takes no longer than the configured time in all. */
    private static final double HELD = 2.0 / 3;

    private static final int RENEWALS_A_LEASE = 6;
    private static final Duration SHORTEST = Duration.ofSeconds(3);

    private final MongoCollection<Document> replicas;
    private final Duration lease;
    private final Leavings leavings;
    private final String me = UUID.randomUUID().toString();
    private Share share = Share.NONE;
    private Instant renewed = Instant.EPOCH;
    private boolean begun;

    Replicas(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            IngestConfig config,
            Leavings leavings) {
        this.leavings = leavings;
        this.replicas = client.getDatabase(database).getCollection("replicas");
        this.lease = config.lease();
        if (lease.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("tocsin.ingest.lease: '" + lease + "', expected at least " + SHORTEST);
        }
    }

    /**
     * Renews this replica's lease and looks who else is alive, both only now and then. For one thread.
     *
     * @return what is this replica's now
     */
    Share share(Instant now) {
        boolean putBack = now.isBefore(renewed);
        if (!putBack && now.isBefore(renewed.plus(lease.dividedBy(RENEWALS_A_LEASE)))) {
            return share;
        }
        var until = now.plusMillis((long) (lease.toMillis() * HELD));
        replicas.updateOne(
                eq("_id", me),
                Updates.combine(Updates.set("at", Date.from(now)), Updates.set("until", Date.from(until))),
                new UpdateOptions().upsert(true));
        renewed = now;
        var others = replicas.find(ne("_id", me)).map(this::other).into(new ArrayList<>());
        if (!inherited(others, now)) {
            return share;
        }
        var alive = new TreeSet<>(List.of(me));
        others.stream().filter(o -> isAlive(o, now)).map(Other::id).forEach(alive::add);
        var next = Share.of(me, alive);
        if (!next.equals(share)) {
            Log.infof("share of hosts slots=%d of=%d replicas=%d", next.slots().size(), Share.SLOTS, alive.size());
        }
        share = next;
        return share;
    }

    /** A lease that lasts for much longer than one does is of a replica that fell before the clock was put back. */
    private boolean isAlive(Other other, Instant now) {
        return other.until().isAfter(now) && other.until().isBefore(now.plus(lease.multipliedBy(2)));
    }

    /** Whoever has just started cannot tell who fell a moment ago; to look after one that is alive does no harm. */
    private boolean inherited(List<Other> others, Instant now) {
        var fallen = others.stream().filter(o -> !o.until().isAfter(now)).toList();
        var doubtful = begun ? fallen : others;
        if (!doubtful.isEmpty()) {
            try {
                leavings.mark(doubtful.stream()
                        .map(Other::at)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
            } catch (KafkaException e) {
                Log.warnf("hosts of replicas that fell are left alone for now error=%s", e.getMessage());
                return false;
            }
            var ids = fallen.stream().map(Other::id).toList();
            replicas.deleteMany(and(in("_id", ids), lte("until", Date.from(now))));
        }
        begun = true;
        return true;
    }

    private Other other(Document d) {
        var until = d.getDate("until").toInstant();
        var at = d.getDate("at");
        return new Other(d.getString("_id"), at == null ? until.minus(lease) : at.toInstant(), until);
    }

    /** Leaves its hosts to the others at once. */
    void leave() {
        try {
            replicas.deleteOne(eq("_id", me));
        } catch (MongoException e) {
            Log.debugf("lease left to end by itself error=%s", e.getMessage());
        }
    }
}

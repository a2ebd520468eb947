package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

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
import java.util.Date;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collection {@code replicas}: who is alive, by leases that each renews and that end by themselves, and so whose the
 * hosts are. Two replicas may for a moment think that a host is theirs; {@link FeedClaims} lets only one have each feed.
 */
@ApplicationScoped
class Replicas {
    /** A lease that ends and is noticed to have ended takes no longer than the configured time in all. */
    private static final double HELD = 2.0 / 3;

    private static final int RENEWALS_A_LEASE = 6;
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final MongoCollection<Document> replicas;
    private final Duration lease;
    private final String me = UUID.randomUUID().toString();
    private Share share = Share.NONE;
    private Instant renewed = Instant.EPOCH;

    Replicas(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            IngestConfig config) {
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
        if (now.isBefore(renewed.plus(lease.dividedBy(RENEWALS_A_LEASE)))) {
            return share;
        }
        var until = now.plusMillis((long) (lease.toMillis() * HELD));
        replicas.updateOne(eq("_id", me), Updates.set("until", Date.from(until)), new UpdateOptions().upsert(true));
        var alive = new TreeSet<String>();
        for (var replica : replicas.find()) {
            if (replica.getDate("until").toInstant().isAfter(now)) {
                alive.add(replica.getString("_id"));
            }
        }
        var next = Share.of(me, alive);
        if (!next.equals(share)) {
            Log.infof("share of hosts slots=%d of=%d replicas=%d", next.slots().size(), Share.SLOTS, alive.size());
            replicas.deleteMany(lt("until", Date.from(now.minus(FORGOTTEN))));
        }
        share = next;
        renewed = now;
        return share;
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

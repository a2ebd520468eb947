package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import dev.tocsin.ingest.websub.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collection {@code subscriptions}, one document a feed that a hub delivers. */
@ApplicationScoped
class SubscriptionStore {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> subscriptions;

    SubscriptionStore(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.subscriptions = client.getDatabase(database).getCollection("subscriptions");
    }

    void prepare() {
        subscriptions.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
    }

    Optional<Subscription> ofFeed(String feed) {
        return Optional.ofNullable(subscriptions.find(eq("_id", feed)).first()).map(SubscriptionStore::read);
    }

    Optional<Subscription> ofKey(String key) {
        return Optional.ofNullable(subscriptions.find(eq("key", key)).first()).map(SubscriptionStore::read);
    }

    void save(Subscription subscription) {
        var document = new Document("_id", subscription.feed())
                .append("key", subscription.key())
                .append("secret", subscription.secret())
                .append("hub", subscription.hub().toString())
                .append("topic", subscription.topic().toString())
                .append("requestedAt", Date.from(subscription.requestedAt()))
                .append("until", subscription.until() == null ? null : Date.from(subscription.until()))
                .append("reason", subscription.reason());
        subscriptions.replaceOne(eq("_id", subscription.feed()), document, UPSERT);
    }

    void delete(String feed) {
        subscriptions.deleteOne(eq("_id", feed));
    }

    private static Subscription read(Document d) {
        var until = d.getDate("until");
        return new Subscription(
                d.getString("_id"),
                d.getString("key"),
                d.getString("secret"),
                URI.create(d.getString("hub")),
                URI.create(d.getString("topic")),
                d.getDate("requestedAt").toInstant(),
                until == null ? null : until.toInstant(),
                d.getString("reason"));
    }
}

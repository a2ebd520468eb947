package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Attempt;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Waiting;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How deliveries stand in the collection. Times are BSON dates, so they have milliseconds. */
final class DeliveryDocuments {
    private DeliveryDocuments() {}

    static Document of(Delivery delivery) {
        return new Document("story", delivery.story())
                .append("revision", delivery.revision())
                .append("topic", delivery.topic())
                .append("receiver", delivery.receiver())
                .append("event", delivery.event())
                .append("traceparent", delivery.traceparent())
                .append("origin", of(delivery.origin()))
                .append("payload", delivery.payload())
                .append("created", date(delivery.created()))
                .append("state", delivery.state().word())
                .append(
                        "attempts",
                        delivery.attempts().stream().map(DeliveryDocuments::of).toList())
                .append("nextTry", date(delivery.nextTry()))
                .append("reason", delivery.reason())
                .append("since", date(delivery.since()))
                .append("spent", delivery.spent());
    }

    static Document of(Delivery.Origin origin) {
        return new Document("kafkaTopic", origin.kafkaTopic())
                .append("partition", origin.partition())
                .append("offset", origin.offset())
                .append("key", origin.key());
    }

    static Document of(Attempt attempt) {
        return new Document("at", date(attempt.at()))
                .append("status", attempt.status())
                .append("error", attempt.error())
                .append("ms", attempt.ms());
    }

    static Delivery delivery(Document document) {
        var created = document.getDate("created").toInstant();
        // versions before routes knew one series of attempts only
        var since = instant(document.getDate("since"));
        return new Delivery(
                document.getString("_id"),
                document.getString("story"),
                document.getInteger("revision"),
                document.getString("topic"),
                document.getString("receiver"),
                document.getString("event"),
                document.getString("traceparent"),
                origin(document.get("origin", Document.class)),
                document.getString("payload"),
                created,
                Delivery.State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                document.getList("attempts", Document.class, List.of()).stream()
                        .map(DeliveryDocuments::attempt)
                        .toList(),
                instant(document.getDate("nextTry")),
                document.getString("reason"),
                since == null ? created : since,
                document.getInteger("spent", 0));
    }

    static Delivery.Origin origin(Document origin) {
        return new Delivery.Origin(
                origin.getString("kafkaTopic"),
                origin.getInteger("partition"),
                origin.get("offset", Number.class).longValue(),
                origin.getString("key"));
    }

    static Waiting waiting(Document document) {
        return new Waiting(
                document.getString("_id"),
                document.getString("story"),
                document.getInteger("revision"),
                document.getDate("nextTry").toInstant());
    }

    static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    private static Attempt attempt(Document document) {
        return new Attempt(
                document.getDate("at").toInstant(),
                document.getInteger("status"),
                document.getString("error"),
                document.get("ms", Number.class).longValue());
    }

    static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}

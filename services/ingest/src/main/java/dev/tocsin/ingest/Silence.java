package dev.tocsin.ingest;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * That a feed sends far less than its usual.
 *
 * @param reason for people
 */
record Silence(Instant since, String reason) {
    Document document() {
        return new Document("since", Date.from(since)).append("reason", reason);
    }

    static Silence read(Document document) {
        return new Silence(document.getDate("since").toInstant(), document.getString("reason"));
    }
}

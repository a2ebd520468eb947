package dev.tocsin.dashboard;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The dashboard's own collections: {@code users}, {@code keys}, {@code sessions}, {@code audit} and {@code answers}. */
@Singleton
final class Database {
    private final MongoClient client;
    private final String name;

    Database(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        this.client = client;
        this.name = name;
    }

    MongoCollection<Document> collection(String of) {
        return client.getDatabase(name).getCollection(of);
    }

    static @Nullable Instant instant(Document document, String field) {
        Date at = document.getDate(field);
        return at == null ? null : at.toInstant();
    }
}

package dev.tocsin.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.tocsin.archive.intake.Backoff;
import dev.tocsin.archive.intake.Retry;
import dev.tocsin.contracts.Json;
import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the parts together. */
final class Services {
    @Produces
    @Singleton
    Store store(MongoClient client, ArchiveConfig config) {
        return new MongoStore(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    StoredArticles articles(MongoClient client, ArchiveConfig config) {
        return new StoredArticles(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    ArchiveConfig.Index index(ArchiveConfig config) {
        return config.index();
    }

    @Produces
    @Singleton
    SavedSearchCollection searches(MongoClient client, ArchiveConfig config) {
        return new SavedSearchCollection(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    ArticleRenewals renewals(MongoClient client, ArchiveConfig config) {
        return new ArticleRenewals(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    JobCollection jobs(MongoClient client, ArchiveConfig config) {
        return new JobCollection(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    LetterCollection letters(MongoClient client, ArchiveConfig config) {
        return new LetterCollection(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    Retry retry(ArchiveConfig config) {
        var bounds = config.retry();
        return new Retry(
                new Backoff(bounds.attempts(), bounds.first(), bounds.ceiling()),
                Thread::sleep,
                MongoException.class::isInstance,
                (attempt, wait, failure) -> Log.warnf(
                        "store not written attempt=%d wait=%s error=%s", attempt, wait, failure.getMessage()));
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /** The mapper of the contracts is that of HTTP too, so that both write the same JSON. */
    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper();
    }
}

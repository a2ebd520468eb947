package dev.tocsin.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.tocsin.archive.intake.Backoff;
import dev.tocsin.archive.intake.Retry;
import dev.tocsin.archive.keep.Erasing;
import dev.tocsin.archive.keep.Erasure;
import dev.tocsin.archive.keep.Hold;
import dev.tocsin.archive.keep.Lease;
import dev.tocsin.archive.keep.Rules;
import dev.tocsin.archive.keep.Swept;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.trace.Spans;
import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Disposes;
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
    ArticleWalk walk(MongoClient client, ArchiveConfig config) {
        return new ArticleWalk(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    BacktestCollection backtests(MongoClient client, ArchiveConfig config) {
        return new BacktestCollection(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    DraftCollection drafts(MongoClient client, ArchiveConfig config, InstantSource clock) {
        return new DraftCollection(client.getDatabase(config.database()), clock);
    }

    @Produces
    @Singleton
    TopicHistory history(MongoClient client, ArchiveConfig config, InstantSource clock) {
        return new TopicHistory(client.getDatabase(config.database()), clock);
    }

    @Produces
    @Singleton
    Removals removals(MongoClient client, ArchiveConfig config) {
        return new Removals(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    OldStories oldStories(MongoClient client, ArchiveConfig config) {
        return new OldStories(client.getDatabase(config.database()));
    }

    @Produces
    @Singleton
    KeptDocuments<Hold> keptHolds(MongoClient client, ArchiveConfig config) {
        return new KeptDocuments<>(client.getDatabase(config.database()), "holds", Hold.class);
    }

    @Produces
    @Singleton
    KeptDocuments<Erasing> unsettledErasures(MongoClient client, ArchiveConfig config) {
        return new KeptDocuments<>(client.getDatabase(config.database()), "erasing", Erasing.class);
    }

    @Produces
    @Singleton
    KeptDocuments<Erasure> keptErasures(MongoClient client, ArchiveConfig config) {
        return new KeptDocuments<>(client.getDatabase(config.database()), "erasures", Erasure.class);
    }

    @Produces
    @Singleton
    KeptDocuments<Lease> leases(MongoClient client, ArchiveConfig config) {
        return new KeptDocuments<>(client.getDatabase(config.database()), "leases", Lease.class);
    }

    @Produces
    @Singleton
    KeptDocuments<Swept> swept(MongoClient client, ArchiveConfig config) {
        return new KeptDocuments<>(client.getDatabase(config.database()), "swept", Swept.class);
    }

    @Produces
    @Singleton
    Holds holds(KeptDocuments<Hold> kept, Store store, InstantSource clock) {
        return new Holds(kept, store, clock);
    }

    /** Wrong ones end the start, in words. */
    @Produces
    @Singleton
    Rules rules(ArchiveConfig config) {
        var wanted = config.retention();
        try {
            return new Rules(
                    wanted.articles().orElse(null),
                    wanted.unmatched().orElse(null),
                    wanted.topics(),
                    wanted.mostArticles().orElse(null));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("tocsin.archive.retention: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    Export export(
            MongoClient client, ArchiveConfig config, ArticleWalk walk, ErasureList erasures, InstantSource clock) {
        var database = client.getDatabase(config.database());
        return new Export(database, new Pages(database, walk), erasures, clock);
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

    @Produces
    @Singleton
    Spans spans(InstantSource clock) {
        return Spans.of("archive", System.getenv(), clock);
    }

    void close(@Disposes Spans spans) {
        spans.close();
    }
}

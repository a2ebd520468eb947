package dev.tocsin.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.article.Limits;
import dev.tocsin.ingest.article.PushReader;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.PollSchedule;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.publish.ArticleOutlet;
import dev.tocsin.ingest.publish.Publisher;
import dev.tocsin.ingest.publish.SeenArticles;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts the pure parts together with the configuration and the shell. */
final class Wiring {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /** One mapper, the contract's, for HTTP too. */
    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper();
    }

    @Produces
    @Singleton
    Limits limits(IngestConfig config) {
        return new Limits(config.textLimit());
    }

    @Produces
    @Singleton
    PushReader pushReader(Limits limits) {
        return new PushReader(limits);
    }

    @Produces
    @Singleton
    FeedForm feedForm(IngestConfig config) {
        return new FeedForm(config.interval().shortest(), config.interval().longest());
    }

    @Produces
    @Singleton
    FeedPreview preview(HttpFetcher http, Limits limits) {
        return new FeedPreview(
                feed -> http.fetch(feed.address().uri(), Validators.NONE, false),
                (page, contentType, address) -> List.of(),
                limits);
    }

    @Produces
    @Singleton
    PollSchedule schedule(IngestConfig config, InstantSource clock) {
        var interval = config.interval();
        return new PollSchedule(
                clock, RandomGenerator.getDefault(), interval.standard(), interval.shortest(), interval.longest());
    }

    @Produces
    @Singleton
    Publisher publisher(SeenArticles seen, ArticleOutlet outlet, InstantSource clock) {
        return new Publisher(seen, outlet, clock);
    }
}

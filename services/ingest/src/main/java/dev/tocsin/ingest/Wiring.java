package dev.tocsin.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.ingest.article.Limits;
import dev.tocsin.ingest.article.PushKeys;
import dev.tocsin.ingest.article.PushReader;
import dev.tocsin.ingest.charset.TextDecoder;
import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.PollSchedule;
import dev.tocsin.ingest.origin.OriginFinder;
import dev.tocsin.ingest.parse.FeedLinks;
import dev.tocsin.ingest.polite.HostGate;
import dev.tocsin.ingest.publish.ArticleOutlet;
import dev.tocsin.ingest.publish.Publisher;
import dev.tocsin.ingest.publish.SeenArticles;
import dev.tocsin.ingest.relook.LookJudge;
import dev.tocsin.ingest.relook.ReLookSchedule;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts the pure parts together with the configuration and the shell. */
final class Wiring {
    /** A body of the largest size, its packed form, an unpacker's window, and what is made of it. */
    private static final long HEAP_A_LARGE_BODY = 48L * 1024 * 1024;

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
    PushKeys pushKeys(IngestConfig config) {
        return new PushKeys(
                config.push().keys().orElse(List.of()), config.push().open());
    }

    @Produces
    @Singleton
    FeedForm feedForm(IngestConfig config) {
        return new FeedForm(config.interval().shortest(), config.interval().longest());
    }

    @Produces
    @Singleton
    FeedPreview preview(FeedFetch fetch, BodyRooms rooms, Limits limits) {
        return new FeedPreview(
                feed -> {
                    try (var room = rooms.open()) {
                        return fetch.fetch(feed, room);
                    }
                },
                (page, contentType, address) ->
                        FeedLinks.of(TextDecoder.page(page, contentType).text(), address.toString()).stream()
                                .map(link -> new PreviewView.Link(link.url(), link.title()))
                                .toList(),
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
    LookJudge lookJudge(IngestConfig config) {
        return new LookJudge(
                new ReLookSchedule(config.relook().after(), config.relook().confirmAfter()));
    }

    @Produces
    @Singleton
    HostGate hostGate(IngestConfig config) {
        long start = System.nanoTime();
        // nobody puts this clock back, which would let nobody through to a host until it was that time again
        InstantSource sinceStart = () -> Instant.EPOCH.plusNanos(System.nanoTime() - start);
        return new HostGate(
                sinceStart,
                Math.max(1, config.fetch().perHost()),
                config.fetch().hostDelay());
    }

    @Produces
    @Singleton
    OriginFinder origins() {
        return OriginFinder.builtIn();
    }

    @Produces
    @Singleton
    BodyRooms bodyRooms(IngestConfig config) {
        long byHeap = Runtime.getRuntime().maxMemory() / HEAP_A_LARGE_BODY;
        return new BodyRooms(Math.clamp(byHeap, 1, 64), config.fetch().totalTimeout());
    }

    @Produces
    @Singleton
    Publisher publisher(
            SeenArticles seen, ArticleOutlet outlet, InstantSource clock, IngestConfig config, OriginFinder origins) {
        return new Publisher(seen, outlet, clock, config.editsADay(), articles -> articles.stream()
                .map(origins::found)
                .toList());
    }

    @Produces
    @Singleton
    Spans spans(InstantSource clock) {
        return Spans.of("ingest", System.getenv(), clock);
    }

    void close(@Disposes Spans spans) {
        spans.close();
    }
}

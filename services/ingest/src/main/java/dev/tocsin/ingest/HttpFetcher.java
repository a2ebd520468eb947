package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyLimits;
import dev.tocsin.ingest.coding.BodyReader;
import dev.tocsin.ingest.coding.BodyRoom;
import dev.tocsin.ingest.feeds.BotChallenge;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Blocked;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.FetchOutcome.Fetched;
import dev.tocsin.ingest.feeds.FetchOutcome.Gone;
import dev.tocsin.ingest.feeds.FetchOutcome.NotModified;
import dev.tocsin.ingest.feeds.FetchOutcome.Throttled;
import dev.tocsin.ingest.feeds.FetchOutcome.Told;
import dev.tocsin.ingest.feeds.Freshness;
import dev.tocsin.ingest.feeds.RetryAfter;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.feeds.Why;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Asks servers for feeds, and understands what they answer. */
@ApplicationScoped
class HttpFetcher {
    private static final String ACCEPTED =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
                    + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    /** A guard's page shows itself within the first kilobytes, and no more of it is of interest. */
    private static final BodyLimits PEEK = new BodyLimits(256 * 1024, 100);

    private final Web web;
    private final BodyLimits limits;
    private final InstantSource clock;

    HttpFetcher(Web web, IngestConfig config, InstantSource clock) {
        this.web = web;
        this.limits = new BodyLimits(
                (int) Math.min(Integer.MAX_VALUE - 1, config.fetch().maxSize().asLongValue()),
                config.fetch().maxRatio());
        this.clock = clock;
    }

    FetchOutcome fetch(FeedQuestion question, BodyRoom room) {
        var ask = new Ask(
                question.address(),
                question.home(),
                question.trusted(),
                question.access(),
                headers(question.validators()),
                null,
                Ask.Toll.FREE);
        try {
            return web.ask(ask, answer -> outcome(answer, room));
        } catch (IOException | RuntimeException e) {
            return FetchFailures.of(e);
        }
    }

    private static Map<String, String> headers(Validators validators) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.ACCEPT, ACCEPTED);
        if (validators.etag() != null) {
            headers.put(HttpHeaders.IF_NONE_MATCH, validators.etag());
        }
        if (validators.lastModified() != null) {
            headers.put(HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        }
        return headers;
    }

    private FetchOutcome outcome(Answer answer, BodyRoom room) throws IOException {
        return switch (answer.status()) {
            case 200 -> fetched(answer, room);
            case 304 -> new NotModified(told(answer));
            case 401 ->
                new Blocked(new Why("login", "its server asks for a user name and a password (HTTP status 401)"));
            case 403 ->
                new Blocked(
                        challenge(answer, room).orElse(new Why("refused", "its server refuses us (HTTP status 403)")));
            case 407 ->
                new Blocked(new Why("proxy-login", "the proxy asks for a user name and a password (HTTP status 407)"));
            case 410 -> new Gone();
            case 429 -> new Throttled(retryAfter(answer));
            case 451 -> new Blocked(new Why("law", "it is closed to us by law (HTTP status 451)"));
            case 503 -> unavailable(answer, room);
            default ->
                new Failed(
                        Failure.HTTP_STATUS,
                        Why.status(answer.status(), answer.response().getReasonPhrase()));
        };
    }

    private FetchOutcome fetched(Answer answer, BodyRoom room) throws IOException {
        var body = answer.body(new BodyReader(limits, room));
        var guard = BotChallenge.in(body);
        return guard.isPresent()
                ? new Blocked(riddle(guard.get()))
                : new Fetched(
                        body,
                        answer.contentType(),
                        new Validators(answer.header(HttpHeaders.ETAG), answer.header(HttpHeaders.LAST_MODIFIED)),
                        told(answer));
    }

    private FetchOutcome unavailable(Answer answer, BodyRoom room) {
        var retryAfter = retryAfter(answer);
        return challenge(answer, room)
                .<FetchOutcome>map(Blocked::new)
                .orElseGet(() -> retryAfter == null
                        ? new Failed(
                                Failure.HTTP_STATUS,
                                Why.status(503, answer.response().getReasonPhrase()))
                        : new Throttled(retryAfter));
    }

    private static Optional<Why> challenge(Answer answer, BodyRoom room) {
        if (answer.header("cf-mitigated") != null) {
            return Optional.of(riddle("Cloudflare"));
        }
        try {
            return BotChallenge.in(answer.body(new BodyReader(PEEK, room))).map(HttpFetcher::riddle);
        } catch (IOException e) {
            // a body that cannot be read says nothing more than its status did
            return Optional.empty();
        }
    }

    private static Why riddle(String guard) {
        return new Why(
                "robot-check",
                guard + " asks for proof that we are no robot; the publisher may let our User-Agent through");
    }

    private @Nullable Duration retryAfter(Answer answer) {
        return RetryAfter.parse(answer.header(HttpHeaders.RETRY_AFTER), clock.instant())
                .orElse(null);
    }

    private Told told(Answer answer) {
        var fresh = Freshness.of(
                answer.header(HttpHeaders.CACHE_CONTROL), answer.header(HttpHeaders.EXPIRES), clock.instant());
        return new Told(fresh.orElse(null), answer.from(), answer.movedTo(), answer.headers("Link"));
    }
}

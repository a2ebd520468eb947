package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.FetchOutcome.Fetched;
import dev.tocsin.ingest.feeds.FetchOutcome.NotModified;
import dev.tocsin.ingest.feeds.FetchOutcome.RateLimited;
import dev.tocsin.ingest.feeds.RetryAfter;
import dev.tocsin.ingest.feeds.Validators;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Asks servers for feeds, within limits of time, size, redirects and addresses. */
@ApplicationScoped
class HttpFetcher {
    private static final String ACCEPTED =
            "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, "
                    + "*/*;q=0.1";

    private final IngestConfig.Fetch config;
    private final InstantSource clock;
    private final CloseableHttpClient trusted;
    private final CloseableHttpClient guarded;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-watchdog").factory());

    HttpFetcher(IngestConfig config, InstantSource clock) {
        this.config = config.fetch();
        this.clock = clock;
        this.trusted = FetchClients.trusted(config);
        this.guarded = config.fetch().allowPrivateAddresses() ? trusted : FetchClients.guarded(config);
    }

    /** @param trusting the operator named the feed, so that it may be on any address */
    FetchOutcome fetch(URI address, Validators validators, boolean trusting) {
        var request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT, ACCEPTED);
        setIfGiven(request, HttpHeaders.IF_NONE_MATCH, validators.etag());
        setIfGiven(request, HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        var late = new AtomicBoolean();
        var alarm = watchdog.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                config.totalTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            var response = (trusting ? trusted : guarded).executeOpen(null, request, null);
            try {
                return outcome(response);
            } finally {
                hangUp(request, response);
            }
        } catch (IOException | RuntimeException e) {
            return late.get()
                    ? new Failed(Failure.TIMED_OUT, "no whole answer within " + config.totalTimeout())
                    : FetchFailures.of(e);
        } finally {
            alarm.cancel(false);
        }
    }

    @PreDestroy
    void close() {
        watchdog.shutdownNow();
        trusted.close(CloseMode.IMMEDIATE);
        guarded.close(CloseMode.IMMEDIATE);
    }

    /** What is still to come is not read: closing alone would drain it first, all of it. */
    private static void hangUp(HttpGet request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // the connection is gone, as it should be
        }
    }

    private FetchOutcome outcome(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == HttpStatus.SC_OK) {
            return body(response);
        }
        if (status == HttpStatus.SC_NOT_MODIFIED) {
            return new NotModified();
        }
        var retryAfter = RetryAfter.parse(header(response, HttpHeaders.RETRY_AFTER), clock.instant());
        boolean asksForPatience = status == HttpStatus.SC_TOO_MANY_REQUESTS
                || status == HttpStatus.SC_SERVICE_UNAVAILABLE && retryAfter.isPresent();
        return asksForPatience
                ? new RateLimited(retryAfter.orElse(null))
                : new Failed(Failure.HTTP_STATUS, "HTTP status " + status + " " + response.getReasonPhrase());
    }

    /** Stops reading one byte after the limit; the limit counts what gzip unpacks to. */
    private FetchOutcome body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new Failed(Failure.NOT_A_FEED, "the answer is empty");
        }
        int limit = (int) Math.min(Integer.MAX_VALUE - 1, config.maxSize().asLongValue());
        var body = entity.getContentLength() > limit ? null : read(entity, limit);
        if (body == null || body.length > limit) {
            return new Failed(Failure.TOO_LARGE, "larger than " + limit + " bytes, broken off");
        }
        return new Fetched(
                body,
                entity.getContentType(),
                new Validators(header(response, HttpHeaders.ETAG), header(response, HttpHeaders.LAST_MODIFIED)));
    }

    private static byte[] read(HttpEntity entity, int limit) throws IOException {
        return entity.getContent().readNBytes(limit + 1);
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static void setIfGiven(HttpGet request, String name, @Nullable String value) {
        if (value != null) {
            request.setHeader(name, value);
        }
    }
}

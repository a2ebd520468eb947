package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.message.Outgoing;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt to post a message: bounded in time, without following redirects, and to public addresses
 * only unless configured otherwise.
 */
@Singleton
final class HttpClient {
    /** Of an answer's body, which nobody reads; a longer one costs the connection instead of our time. */
    private static final int MOST_BODY = 16 * 1024;

    private final Clock clock;
    private final Duration limit;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("http-deadlines").factory());

    @Inject
    HttpClient(NotifyConfig config, Clock clock) {
        this.clock = clock;
        limit = config.attemptTimeout();
        var timeout = Timeout.of(limit);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(config.allowPrivateAddresses()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(timeout)
                        .build())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("Tocsin")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Posts a message; failures are outcomes, not exceptions. */
    Outcome send(Outgoing.Post post) {
        var request = request(post);
        var late = new AtomicBoolean();
        // socket time-outs begin anew with every byte; this one does not
        var deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.abort();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try (var response = http.executeOpen(RoutingSupport.determineHost(request), request, null)) {
            var outcome = Outcome.of(response.getCode(), header(response, "Retry-After"), clock.instant());
            drain(response);
            return outcome;
        } catch (PrivateAddressException e) {
            return new Outcome.Refused(null, e.getMessage());
        } catch (IOException | HttpException e) {
            boolean timedOut = late.get() || e instanceof InterruptedIOException;
            return new Outcome.Retryable(null, timedOut ? "no answer within " + limit : describe(e), null);
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpPost request(Outgoing.Post post) {
        var request = new HttpPost(post.url());
        // the content type stands among the headers
        request.setEntity(new ByteArrayEntity(post.body(), null));
        post.headers().forEach(request::setHeader);
        return request;
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** Reads a short body to its end, so that the connection can be used again; the answer stands without it. */
    private static void drain(ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return;
        }
        try {
            response.getEntity().getContent().readNBytes(MOST_BODY);
        } catch (IOException e) {
            // closing the response closes the connection
        }
    }

    private static String describe(Exception e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}

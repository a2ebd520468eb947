package dev.tocsin.dashboard;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one client of the neighbours' HTTP APIs; every answer is bounded in time and in size. */
@Singleton
final class Neighbours {
    private static final Logger LOG = Logger.getLogger(Neighbours.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<Neighbour, String> addresses = new EnumMap<>(Neighbour.class);
    private final DashboardConfig config;
    private final ServiceKey key;

    Neighbours(DashboardConfig config, ServiceKey key) {
        this.config = config;
        this.key = key;
        addresses.put(Neighbour.ARCHIVE, base(config.archiveUrl()));
        addresses.put(Neighbour.INGEST, base(config.ingestUrl()));
        addresses.put(Neighbour.CLASSIFY, base(config.classifyUrl()));
        addresses.put(Neighbour.NOTIFY, base(config.notifyUrl()));
        addresses.put(Neighbour.LANGUAGE, base(config.languageUrl()));
        addresses.put(Neighbour.ALERTS, base(config.alertsUrl()));
    }

    private static String base(URI url) {
        return url.toString().replaceAll("/+$", "");
    }

    /** One segment of a path, whatever is in it. */
    static String segment(String id) {
        var encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        // a dot is never encoded, and these two would leave the folder
        return encoded.equals(".") || encoded.equals("..") ? "-" : encoded;
    }

    /** One parameter of a query, whatever is in it. */
    static String parameter(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Reply get(Neighbour neighbour, String path) {
        return send(neighbour, "GET", path, null, null, Map.of());
    }

    /**
     * Asks.
     *
     * @param path with its query, encoded
     * @param headers of the client's that the neighbour is to know too
     */
    Reply send(
            Neighbour neighbour,
            String method,
            String path,
            @Nullable String type,
            byte @Nullable [] body,
            Map<String, String> headers) {
        HttpRequest request;
        try {
            var builder = HttpRequest.newBuilder(URI.create(addresses.get(neighbour) + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            if (type != null) {
                builder.header("Content-Type", type);
            }
            headers.forEach(builder::header);
            key.value().ifPresent(value -> builder.header(ServiceKey.HEADER, value));
            request = builder.build();
        } catch (IllegalArgumentException e) {
            return new Reply.Silence(Problem.of(400, "Malformed request", "The address or a header is malformed."));
        }
        return await(neighbour, request);
    }

    /** Opens an answer that may be longer than memory; whoever reads it closes it. */
    HttpResponse<InputStream> open(Neighbour neighbour, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(addresses.get(neighbour) + path));
        key.value().ifPresent(value -> request.header(ServiceKey.HEADER, value));
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private Reply await(Neighbour neighbour, HttpRequest request) {
        var limit = config.neighbourLimit().asLongValue();
        var asked = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        try {
            return answer(asked.get(config.neighbourTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            asked.cancel(true);
            return silent(neighbour, "did not answer within " + config.neighbourTimeout());
        } catch (ExecutionException e) {
            return e.getCause() instanceof ConnectException
                            || e.getCause() instanceof java.net.http.HttpTimeoutException
                    ? silent(neighbour, "does not answer")
                    : senseless(neighbour, e.getCause());
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return silent(neighbour, "was not waited for, because the dashboard stops");
        }
    }

    private static Reply answer(HttpResponse<byte[]> response) {
        var headers = response.headers();
        return new Reply.Answer(
                response.statusCode(),
                headers.firstValue("Content-Type").orElse(null),
                headers.firstValue("Location").orElse(null),
                headers.firstValue("Retry-After").orElse(null),
                response.body());
    }

    private static Reply silent(Neighbour neighbour, String what) {
        LOG.warnf("a neighbour is silent neighbour=%s error=%s", neighbour.label(), what);
        return new Reply.Silence(Problem.of(
                503,
                "A part of Tocsin is down",
                "The service '" + neighbour.label() + "' " + what + ". Try again in a moment; if it stays so, look at"
                        + " its log and its /q/health."));
    }

    private static Reply senseless(Neighbour neighbour, Throwable cause) {
        LOG.warnf("a neighbour's answer is unusable neighbour=%s error=%s", neighbour.label(), cause.toString());
        var why = cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("capacity")
                ? "is larger than tocsin.dashboard.neighbour-limit"
                : "broke off";
        return new Reply.Silence(Problem.of(
                502,
                "A part of Tocsin gave no usable answer",
                "The answer of the service '" + neighbour.label() + "' " + why + "."));
    }
}

package dev.tocsin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Opens pages once, as a browser would: what their first reader would wait for is loaded then. It ends with the first that does not answer.
 */
final class FirstLook implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern ASSET = Pattern.compile("/assets/[\\w-]+\\.(?:js|css|svg)");
    private static final List<String> ASKED_BY_THE_BOARD = List.of(
            "/api/topics", "/api/alerts?limit=60", "/api/watch", "/api/feeds?limit=2", "/api/receivers", "/api/live");

    private static final List<String> OTHER_PAGES =
            List.of("/articles", "/topics", "/feeds", "/status", "/settings", "/api/feeds/facets", "/api/status");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String dashboard;
    private final String key;

    private FirstLook(String dashboard, String key) {
        this.dashboard = dashboard;
        this.key = key;
    }

    /** As the local admin, whose key lies in that file. */
    static FirstLook at(String dashboard, Path key) {
        try {
            return new FirstLook(dashboard, Files.readString(key).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the board's page, its scripts and what they ask for have been there. */
    void atTheBoard() throws InterruptedException {
        look(List.of());
    }

    /** Returns when all pages that everybody can open have been there. */
    void everywhere() throws InterruptedException {
        look(OTHER_PAGES);
    }

    private void look(List<String> beyondTheBoard) throws InterruptedException {
        try {
            var assets =
                    ASSET.matcher(open("/")).results().map(MatchResult::group).distinct();
            for (var path : Stream.of(assets, ASKED_BY_THE_BOARD.stream(), beyondTheBoard.stream())
                    .flatMap(paths -> paths)
                    .toList()) {
                open(path);
            }
        } catch (IOException e) {
            // a page that does not answer tells its readers better
        }
    }

    /** What a path answers; of the live stream, which has no end, nothing. */
    private String open(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(dashboard + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Accept", path.startsWith("/api") ? "*/*" : "text/html,*/*")
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        boolean packed = answer.headers().firstValue("Content-Encoding").isPresent();
        try (InputStream in = packed ? new GZIPInputStream(answer.body()) : answer.body()) {
            return path.equals("/api/live") ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

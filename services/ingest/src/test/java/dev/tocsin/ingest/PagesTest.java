package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.polite.HostGate;
import dev.tocsin.ingest.reading.PageReading.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String OPEN =
            """
            <html lang="en"><head><title>Port closed</title></head><body><article><h1>Port closed</h1>%s</article></body></html>
            """
                    .formatted(
                            "<p>The cranes of the invented port of Tubena stood still on Monday, said its master.</p>"
                                    .repeat(12));
    private static final String WALLED =
            """
            <html lang="en"><head><title>Port closed</title><link rel="amphtml" href="/amp">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
            "headline":"Port closed","isAccessibleForFree":false}</script></head>
            <body><article><h1>Port closed</h1><p>The cranes of the invented port stood still.</p>
            <div class="paywall">Subscribe to continue reading this article.</div></article></body></html>
            """;

    private final FeedServer server = new FeedServer();
    private final IngestConfig config = TestConfig.with(Map.of("fetch.allow-private-addresses", "true"));
    private final Web web = new Web(config);
    private final Pages pages = new Pages(fetcher());

    private PageFetcher fetcher() {
        var clock = InstantSource.system();
        var gate = new HostGate(clock, 4, Duration.ZERO);
        var rooms = new BodyRooms(1, Duration.ofSeconds(1));
        return new PageFetcher(web, new Robots(web, gate, rooms, config, clock), gate, rooms, config, clock);
    }

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    @Test
    void readsTheAmpVersion_whereThePageIsWalled() {
        page("/amp", OPEN);
        var url = page("/walled", WALLED);

        var page = (Readable) pages.read(url);

        assertThat(page.wall()).isFalse();
        assertThat(page.text()).contains("said its master");
        assertThat(page.url()).isEqualTo(url);
    }

    @Test
    void staysWithTheWalledPage_whereItsAmpVersionIsWalledOrAway() {
        assertThat(((Readable) pages.read(page("/alone", WALLED))).wall()).isTrue();
        page("/amp", WALLED);
        assertThat(((Readable) pages.read(page("/twice", WALLED))).wall()).isTrue();
    }

    private String page(String path, String html) {
        return server.page(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            FeedServer.send(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
        });
    }
}

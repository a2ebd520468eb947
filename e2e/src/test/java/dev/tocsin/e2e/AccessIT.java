package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts Tocsin sees the board at once and is its admin by one click; everybody else stays outside. */
class AccessIT {
    private static final Path SAMPLE = RunningTocsin.root().resolve("deploy/sample/feed.xml");

    @TempDir
    private static Path data;

    private static RunningTocsin tocsin;

    @BeforeAll
    static void start() throws Exception {
        tocsin = RunningTocsin.start(data.resolve("data"), SAMPLE.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        tocsin.close();
    }

    @Test
    void signsItsOwnerIn_byTheLinkThatItPrinted_once() throws Exception {
        assumeTrue(Browser.executable().isPresent(), "skipped: Chromium is not installed (apt-get install chromium)");
        // it is ready a moment before it says so
        await().atMost(Duration.ofSeconds(60)).until(() -> tocsin.log().contains("/welcome#"));
        var link = tocsin.log()
                .lines()
                .filter(line -> line.contains("/welcome#"))
                .map(line -> line.replaceAll(".*(http\\S+/welcome#\\S+).*", "$1"))
                .findFirst()
                .orElseThrow();
        try (var browser = Browser.start()) {
            var page = browser.open(link);
            PlaywrightAssertions.assertThat(page.locator("#me summary")).hasText("Admin");
            PlaywrightAssertions.assertThat(page.locator("[data-story]").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(page.url()).doesNotContain("#");
            assertThat(browser.complaints()).isEmpty();
        }
        try (var browser = Browser.start()) {
            PlaywrightAssertions.assertThat(browser.open(link).getByRole(AriaRole.ALERT))
                    .containsText("no longer good");
        }
    }

    @Test
    void letsNobodyChangeAnything_whoIsNotTheAdminOfThisMachine() throws Exception {
        var admin = tocsin.api();
        var nobody = new Api(admin.base(), "tocsin_local_wrong");
        assertThat(nobody.tryGet("/api/alerts").status()).isEqualTo(401);
        assertThat(nobody.post("/api/feeds", Map.of("url", "https://a.example/rss"))
                        .status())
                .isEqualTo(401);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("data/admin.key"))))
                .isEqualTo("rw-------");
        for (var service : tocsin.run().services()) {
            if (!service.name().equals("dashboard")) {
                var port = new Api("http://localhost:" + service.port(), tocsin.adminKey());
                for (var path : List.of("/articles", "/feeds", "/alerts", "/packs/check", "/receivers", "/q/dev")) {
                    assertThat(port.tryGet(path).status())
                            .as(service.name() + path)
                            .isEqualTo(403);
                }
                assertThat(port.tryGet("/q/health/ready").status()).isEqualTo(200);
                // it has no JSON, and says so to whoever asks for that
                assertThat(port.tryGet("/q/metrics").status()).isEqualTo(406);
            }
        }
        assertThat(admin.post("/api/keys", Map.of("name", "e2e", "role", "viewer"))
                        .status())
                .isEqualTo(201);
        assertThat(admin.all("/api/audit"))
                .anyMatch(entry -> entry.get("what").asText().equals("POST /api/keys")
                        && entry.get("outcome").asText().equals("done"));
    }
}

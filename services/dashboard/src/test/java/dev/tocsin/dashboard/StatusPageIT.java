package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.tocsin.contracts.Channel;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The status page in a real browser, with a real broker's channels on it. */
@QuarkusTest
@TestProfile(FakeSystem.Alone.class)
class StatusPageIT extends InBrowser {
    @TestHTTPResource("/status")
    private URI status;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @BeforeEach
    void reset() {
        FakeSystem.busy = true;
        FakeSystem.waits(3);
        FakeSystem.SILENCED.clear();
    }

    private void open() {
        page.navigate(status.toString());
        assertThat(page.locator("#counts")).containsText("182");
    }

    @Test
    void tellsOfAllParts_theirReplicasAndVersions() {
        open();
        for (var part : List.of(
                "broker", "store", "dashboard", "ingest", "language", "classify", "alerts", "archive", "notify")) {
            assertThat(page.locator("#parts tbody tr")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHas(page.locator("th", new Page.LocatorOptions().setHasText(part)))))
                    .containsText("up");
        }
        assertThat(page.locator("#parts")).containsText("1.4.2");
        assertThat(page.locator("#verdict")).hasText("All parts are up");
    }

    @Test
    void tellsTheLatenciesOfEachStage_inTheReadersUnits() {
        open();
        var whole = page.locator("#stages tbody tr").last();
        assertThat(whole).containsText("fetched → alerted");
        assertThat(whole).containsText("105 ms");
        assertThat(whole).containsText("361 ms");
        assertThat(whole).containsText("1.3 sec");
        var reading = page.locator("#stages tbody tr").first();
        assertThat(reading).containsText("15 min");
        assertThat(reading).containsText("over a day");
        assertThat(page.locator("#stages .hint")).containsText("old already when they came");
        assertThat(page.locator("#throughput svg")).hasCount(3);
    }

    @Test
    void saysThatThereIsNothingToTime_whenNoArticleCame() {
        FakeSystem.busy = false;
        open();
        // what another reader was told two seconds ago may still be shown first
        assertThat(page.locator("#stages"))
                .containsText(
                        "No article came through in the last 15 minutes",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    @Test
    void tellsHowManyMessagesWaitForAReader() throws Exception {
        var topic = Channel.ARTICLES_FETCHED.kafkaTopic("tocsin");
        var partition = new TopicPartition(topic, 0);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long last = 0;
            for (int i = 0; i < 5; i++) {
                last = producer.send(new ProducerRecord<>(topic, 0, new byte[] {1}, new byte[] {2}))
                        .get()
                        .offset();
            }
            try (var consumer = new KafkaConsumer<>(
                    Map.<String, Object>of("bootstrap.servers", bootstrapServers, "group.id", "slow-reader"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer.assign(List.of(partition));
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(last - 3)));
            }
        }
        open();
        var row = page.locator("#channels tbody tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("slow-reader"));
        // what the page shows first may be two seconds old, and it asks again after five
        assertThat(row)
                .containsText("articles-fetched", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(row.locator("td").nth(1)).hasText("4");
        assertThat(row.locator(".problem")).hasText("0");
    }

    @Test
    void tellsOfAReader_thatHadNothingToReadYet() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "group.id", "idle-reader"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Channel.VERDICTS.kafkaTopic("tocsin")));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty()
                            || !consumer.assignment().isEmpty());
            open();
            var row = page.locator("#channels tbody tr")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("idle-reader"));
            assertThat(row).containsText("verdicts", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        }
    }

    @Test
    void replaysOneLetter_underTheNameOfWhoIsSignedIn() {
        open();
        page.locator(".kind").click();
        assertThat(page.locator(".letters li")).hasCount(3);
        assertThat(page.locator(".letters pre").first()).containsText("⟨202e⟩");
        assertThat(page.locator(".letters img, .letters script")).hasCount(0);
        page.locator(".letters [data-do=replay]").first().click();
        page.locator("#decide-yes").click();
        assertThat(page.locator("#toast")).containsText("It is back on its channel.");
        assertThat(page.locator(".letters li")).hasCount(2);
        assertThat(FakeSystem.DECIDED)
                .singleElement()
                .asString()
                .startsWith("/dead-letters/letter-0/replay {")
                .contains("\"by\":\"" + LocalKey.NAME + "\"");
    }

    @Test
    void discardsAllOfACause_onlyWithAReason() {
        open();
        page.locator(".kinds [data-do=discard]").click();
        page.locator("#decide-yes").click();
        assertThat(page.locator("#decide")).isVisible();
        page.locator("#decide [name=why]").fill("a test feed");
        page.locator("#decide-yes").click();
        assertThat(page.locator("#toast")).containsText("3 messages are discarded.");
        assertThat(page.locator("#kinds")).containsText("None waits.");
        assertThat(FakeSystem.DECIDED)
                .singleElement()
                .asString()
                .contains("\"action\":\"discard\"", "\"why\":\"a test feed\"", "\"kind\":");
    }

    @Test
    void showsTheRoutes_andBeginsAndEndsASilence() {
        notifications();
        var route = page.locator(".routes tbody tr").first();
        assertThat(route).containsText("topics Protests; countries KZ; Moderate or worse; from 2 origins on");
        assertThat(route).containsText("at most once in 5 min");
        assertThat(route).containsText("kept 22:00–07:00 (Asia/Almaty), unless Extreme");
        assertThat(route).containsText("after 10 min phone");
        assertThat(page.locator(".routes tbody tr").nth(1)).containsText("digest each day at 07:00 (Europe/Rome)");
        page.locator("#silence-new summary").click();
        page.locator("#silence .primary").click();
        assertThat(page.locator("#silence-problem")).containsText("Say what is silenced");
        page.locator("#silence [name=topics]").selectOption("protests");
        page.locator("#silence [name=countries]").fill("KZ, KG");
        page.locator("#silence [name=end]").fill("2020-01-01T00:00");
        page.locator("#silence [name=comment]").fill("a drill");
        page.locator("#silence .primary").click();
        assertThat(page.locator("#silence-problem")).containsText("must end later");
        page.locator("#silence [name=end]").fill("2099-01-01T00:00");
        page.locator("#silence .primary").click();
        assertThat(page.locator("#silence-new")).not().hasAttribute("open", "");
        assertThat(FakeSystem.SILENCED)
                .singleElement()
                .asString()
                .contains("\"topics\":[\"protests\"]", "[\"KZ\",\"KG\"]");
        page.locator("[data-end]").first().click();
        assertThat(page.locator("#toast")).containsText("The silence is over.");
        assertThat(page.locator("[data-silence]")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"en, 1440, LIGHT", "it, 375, DARK", "ru, 375, LIGHT"})
    void tellsOfNotificationsInEachLanguage_andFits(String language, int width, ColorScheme colours) {
        page = newPage(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setColorScheme(colours));
        notifications();
        page.locator("#silence-new summary").click();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        picture(page, "notifications-" + language);
        Accessibility.holds(page);
    }

    private void notifications() {
        page.navigate(status.resolve("/settings/notifications").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "ru"})
    void breaksNoRuleOfAccessibility_andLeavesNoWordUntranslated(String language) {
        page = newPage(new Browser.NewContextOptions().setLocale(language));
        open();
        page.locator(".kind").click();
        assertThat(page.locator(".letters li")).hasCount(3);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("body")).not().containsText(Pattern.compile("\\b(status|common)\\.[a-z]"));
        Accessibility.holds(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 375})
    void fitsItsWindow(int width) {
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page = newPage(new Browser.NewContextOptions()
                    .setLocale(width == 375 ? "ru" : "en")
                    .setViewportSize(width, 900)
                    .setColorScheme(colours));
            open();
            page.locator(".kind").click();
            assertThat(page.locator(".letters li")).hasCount(3);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of(
                            "target/screenshots", "status-" + width + "-" + colours.name() + ".png")));
        }
    }
}

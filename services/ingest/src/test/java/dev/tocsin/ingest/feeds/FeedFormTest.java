package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFormTest {
    private final FeedForm form = new FeedForm(Duration.ofMinutes(1), Duration.ofHours(24));

    @Test
    void readsANewFeed() {
        var json = json(
                """
                {"url":"https://news.example/rss","title":" Courier ","interval":"PT10M","paused":true,
                 "source":{"id":"courier","name":"The Courier","country":"GB","reliability":"B"}}""");
        assertThat(form.address(json)).isEqualTo(FeedAddress.ofWeb("https://news.example/rss"));
        assertThat(form.settings(json))
                .isEqualTo(new FeedSettings(
                        "Courier",
                        Duration.ofMinutes(10),
                        new SourceOverride("courier", "The Courier", "GB", "B"),
                        true,
                        false,
                        List.of(),
                        null,
                        FullText.AUTO,
                        FeedAccess.OPEN));
    }

    @Test
    void changesOnlyWhatIsNamed() {
        var source = new SourceOverride(null, "The Courier", null, null);
        var before = new FeedSettings(
                "Courier",
                Duration.ofMinutes(10),
                source,
                false,
                true,
                List.of(),
                null,
                FullText.AUTO,
                FeedAccess.OPEN);
        assertThat(form.patched(before, json("{}"))).isEqualTo(before);
        assertThat(form.patched(before, json("{\"paused\":true}")))
                .isEqualTo(new FeedSettings(
                        "Courier",
                        Duration.ofMinutes(10),
                        source,
                        true,
                        true,
                        List.of(),
                        null,
                        FullText.AUTO,
                        FeedAccess.OPEN));
        assertThat(form.patched(before, json("{\"title\":null,\"interval\":null,\"source\":null}")))
                .isEqualTo(new FeedSettings(
                        null, null, SourceOverride.NONE, false, true, List.of(), null, FullText.AUTO, FeedAccess.OPEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|is not a JSON object",
                "{}|'url' is missing",
                "{\"url\":7}|'url' is 7, expected text",
                "{\"url\":\"https://x.example/\",\"configured\":true}|'configured' is no key of a feed; there are url,",
                "{\"url\":\"https://x.example/\",\"interval\":\"5m\"}|from PT1M to PT24H",
                "{\"url\":\"https://x.example/\",\"interval\":\"PT1S\"}|from PT1M to PT24H",
                "{\"url\":\"https://x.example/\",\"interval\":300}|'interval' is 300, expected text",
                "{\"url\":\"https://x.example/\",\"paused\":\"yes\"}|expected true or false",
                "{\"url\":\"https://x.example/\",\"source\":7}|'source' is not a JSON object",
                "{\"url\":\"https://x.example/\",\"source\":{\"land\":\"GB\"}}|'source.land' is no key",
                "{\"url\":\"https://x.example/\",\"source\":{\"country\":\"XX\"}}|'source.country' is 'XX'",
                "{\"url\":\"https://x.example/\",\"source\":{\"reliability\":\"Z\"}}|'source.reliability' is 'Z'"
            })
    void refusesWithTheKeyAndTheReason(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    form.address(json(json));
                    form.settings(json(json));
                })
                .withMessageContaining(reason);
    }

    @Test
    void keepsTheAddress_whateverAChangeSays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.patched(FeedSettings.CONFIGURED, json("{\"url\":\"https://other.example/\"}")))
                .withMessageContaining("'url' is no key");
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that say how a feed is filed, read and opened. */
class SettingsFormTest {
    private final FeedForm form = new FeedForm(Duration.ofMinutes(1), Duration.ofHours(24));

    @Test
    void readsTagsInOrder_eachOnce_andALanguageInItsCanonicalSpelling() {
        var settings = form.patched(
                FeedSettings.STANDARD,
                json("{\"tags\":[\" b \",\"a / c\",\"b\",\"/d/\"],\"language\":\"ZH-hant\",\"fullText\":\"never\"}"));
        assertThat(settings.tags()).containsExactly("b", "a/c", "d");
        assertThat(settings.language()).isEqualTo("zh-Hant");
        assertThat(settings.fullText()).isEqualTo(FullText.NEVER);
        assertThat(form.patched(settings, json("{\"tags\":null,\"language\":null,\"fullText\":null}")))
                .isEqualTo(FeedSettings.STANDARD);
    }

    @Test
    void changesOneSecret_andLeavesTheOthers() {
        var first = form.patched(
                FeedSettings.STANDARD,
                json("{\"access\":{\"headers\":{\"X-A\":\"1\",\"X-B\":\"2\"},\"user\":\"u\",\"password\":\"p\"}}"));
        var second =
                form.patched(first, json("{\"access\":{\"headers\":{\"X-A\":null,\"X-C\":\"3\"},\"password\":\"q\"}}"));
        assertThat(second.access()).isEqualTo(new FeedAccess(Map.of("X-B", "2", "X-C", "3"), "u", "q", null, null));
        assertThat(form.patched(second, json("{\"access\":null}")).access()).isEqualTo(FeedAccess.OPEN);
    }

    @Test
    void takesAnotherProxy_onlyWithTheSecretsThatItWillSee() {
        var secret = form.patched(
                FeedSettings.STANDARD,
                json(
                        "{\"access\":{\"headers\":{\"X-A\":\"s3\"},\"user\":\"u\",\"password\":\"s4\",\"cookies\":\"s5\"}}"));
        for (var keeping : List.of("", ",\"headers\":null", ",\"headers\":null,\"cookies\":null")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> form.patched(
                            secret, json("{\"access\":{\"proxy\":\"http://p.example:3128\"" + keeping + "}}")))
                    .withMessageContaining("'access.proxy' is another")
                    .satisfies(
                            e -> assertThat(e.getMessage()).doesNotContain("s3").doesNotContain("s4"));
        }
        var anew = form.patched(
                secret,
                json(
                        "{\"access\":{\"proxy\":\"http://p.example:3128\",\"headers\":{\"X-A\":\"s6\"},\"user\":\"u\",\"password\":\"s4\",\"cookies\":null}}"));
        assertThat(anew.access().proxy()).isEqualTo("http://p.example:3128");
        assertThat(form.patched(anew, json("{\"access\":{\"proxy\":null}}"))
                        .access()
                        .password())
                .isEqualTo("s4");
    }

    @Test
    void takesAnotherProxy_onlyWithTheUserToo_whoMayBeTheSecret() {
        var key = form.patched(FeedSettings.STANDARD, json("{\"access\":{\"user\":\"s3\"}}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.patched(key, json("{\"access\":{\"proxy\":\"http://p.example:3128\"}}")))
                .withMessageContaining("'access.proxy' is another");
        assertThat(form.patched(key, json("{\"access\":{\"proxy\":\"http://p.example:3128\",\"user\":\"s3\"}}"))
                        .access()
                        .user())
                .isEqualTo("s3");
    }

    @Test
    void changesOnePartOfTheSource_andLeavesTheOthers() {
        var first = form.patched(FeedSettings.STANDARD, json("{\"source\":{\"name\":\"A\",\"country\":\"KZ\"}}"));
        var second = form.patched(first, json("{\"source\":{\"country\":null,\"reliability\":\"B\"}}"));
        assertThat(second.source()).isEqualTo(new SourceOverride(null, "A", null, "B"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tags\":\"a\"}|'tags' is \"a\", expected a list of texts",
                "{\"tags\":[1]}|'tags' holds 1, expected texts only",
                "{\"tags\":[\" \"]}|'tags' holds an empty tag",
                "{\"tags\":[\"a,b\"]}|a comma or a control character",
                "{\"tags\":[\"a\\nb\"]}|a comma or a control character",
                "{\"language\":\"russian language\"}|'language' is 'russian language', expected a tag of BCP 47",
                "{\"language\":\"und\"}|'language' is 'und'",
                "{\"fullText\":\"maybe\"}|'fullText' is 'maybe', expected auto, always or never",
                "{\"access\":7}|'access' is not a JSON object",
                "{\"access\":{\"token\":\"s3cret\"}}|'access.token' is no key",
                "{\"access\":{\"headers\":{\"Host\":\"s3cret\"}}}|holds Host, which is not yours to set",
                "{\"access\":{\"headers\":{\"a b\":\"s3cret\"}}}|a name that is no header's name",
                "{\"access\":{\"headers\":{\"X-A\":\"s3cret\\r\\nHost: x\"}}}|'access.X-A' is no text of one line",
                "{\"access\":{\"password\":\"s3cret\"}}|'access.password' is there without 'access.user'",
                "{\"access\":{\"user\":\"s3:cret\",\"password\":\"p\"}}|holds a colon",
                "{\"access\":{\"proxy\":\"socks5://s3cret\"}}|'access.proxy' is none: expected http://host:port"
            })
    void refusesWithTheKeyAndTheReason_andNeverRepeatsASecret(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.patched(FeedSettings.STANDARD, json(json)))
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3"));
    }

    @Test
    void refusesMoreTagsThanAnybodyReads() {
        var many = "{\"tags\":[" + "\"t%d\",".repeat(21).formatted((Object[]) numbers()) + "\"last\"]}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.patched(FeedSettings.STANDARD, json(many)))
                .withMessageContaining("at most 20");
    }

    private static Integer[] numbers() {
        var numbers = new Integer[21];
        java.util.Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

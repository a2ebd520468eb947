package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Source;
import dev.tocsin.ingest.feeds.ShortHash;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushReaderTest {
    private static final Instant NOW = Instant.parse("2022-01-07T08:00:00Z");

    private final PushReader reader = new PushReader(new Limits(1_000));

    @Test
    void readsAllThatACallerMaySay() {
        var article = read(
                """
                {"url":"https://www.courier.example/a?utm_source=x","externalId":"7","title":"Dockers &amp; cranes",
                 "html":"<p>One.</p><p>Two.</p>","author":"Ada Quill","publishedAt":"2022-01-06T20:00:00+01:00",
                 "language":"en_gb","source":{"id":"courier","name":"The Courier","country":"GB","reliability":"B"},
                 "replay":true}""");
        assertThat(article.id()).isEqualTo(ShortHash.of("https://courier.example/a"));
        assertThat(article.title()).isEqualTo("Dockers & cranes");
        assertThat(article.text()).isEqualTo("One.\nTwo.");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2022-01-06T19:00:00Z"));
        assertThat(article.fetchedAt()).isEqualTo(NOW);
        assertThat(article.declaredLanguage()).isEqualTo("en-GB");
        assertThat(article.source()).isEqualTo(new Source("courier", "The Courier", "GB", "B"));
        assertThat(article.replay()).isTrue();
        assertThat(article.feed()).isNull();
    }

    @Test
    void needsNothingButWords() {
        var article = read("{\"text\":\"The bridge is closed.\"}");
        assertThat(article.title()).isNull();
        assertThat(article.publishedAt()).isNull();
        assertThat(article.source()).isEqualTo(new Source("pushed", "pushed", null, null));
        assertThat(article.id()).isEqualTo(ShortHash.of("source:pushed", "", "The bridge is closed."));
    }

    @Test
    void namesTheSourceByTheHost_whenNoneIsGiven() {
        assertThat(read("{\"title\":\"t\",\"url\":\"https://www.courier.example/a\"}")
                        .source())
                .isEqualTo(new Source("courier.example", "courier.example", null, null));
    }

    @Test
    void tellsSourcesApart_whenTheirOwnIdsAreEqual() {
        var one = read("{\"title\":\"t\",\"externalId\":\"1\",\"source\":{\"id\":\"a\"}}");
        var other = read("{\"title\":\"t\",\"externalId\":\"1\",\"source\":{\"id\":\"b\"}}");
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void isNamedByTheCallersKey_whenItHasNeitherAddressNorId() throws JsonProcessingException {
        var words = Json.mapper().readTree("{\"title\":\"t\"}");
        var named = Json.mapper().readTree("{\"title\":\"t\",\"externalId\":\"7\"}");
        assertThat(((Push.Readable) reader.read(words, NOW, "key-1")).article().externalId())
                .isEqualTo("key-1");
        assertThat(((Push.Readable) reader.read(named, NOW, "key-1")).article().externalId())
                .isEqualTo("7");
    }

    @Test
    void leavesTagsInPlainText() {
        assertThat(read("{\"text\":\"a <b> c\"}").text()).isEqualTo("a <b> c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|no JSON object",
                "7|no JSON object",
                "{}|no words",
                "{\"title\":\" \"}|no words",
                "{\"titel\":\"t\"}|'titel' is no key of an article; there are author,",
                "{\"title\":{}}|'title' holds what it should not",
                "{\"title\":\"t\",\"publishedAt\":\"tomorrow\"}|'publishedAt' holds what it should not",
                "{\"title\":\"t\",\"publishedAt\":\"2099-01-01T00:00:00Z\"}|at most a day ahead",
                "{\"title\":\"t\",\"url\":\"javascript:alert(1)\"}|'url' is 'javascript:alert(1)'",
                "{\"title\":\"t\",\"language\":\"english, mostly\"}|'language' is 'english, mostly'",
                "{\"text\":\"a\",\"html\":\"b\"}|give one of them",
                "{\"title\":\"t\",\"source\":{\"reliability\":\"G\"}}|'source.reliability' is 'G'",
                "{\"title\":\"t\",\"source\":{\"country\":\"UK\"}}|'source.country' is 'UK'",
                "{\"title\":\"t\",\"source\":{\"nome\":\"x\"}}|'source.nome' is no key"
            })
    void refusesWithAReason(String json, String reason) {
        assertThat(push(json)).isInstanceOfSatisfying(Push.Refused.class, r -> assertThat(r.reason())
                .contains(reason));
    }

    private FetchedArticle read(String json) {
        return ((Push.Readable) push(json)).article();
    }

    private Push push(String json) {
        try {
            return reader.read(Json.mapper().readTree(json), NOW);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

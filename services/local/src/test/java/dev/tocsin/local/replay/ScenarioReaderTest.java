package dev.tocsin.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.contracts.ArticleChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
    private static final String SOURCES =
            """
            title: A storm
            sources:
              - {id: gazette, name: The Gazette (invented), host: gazette.example, country: GB, reliability: B}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheHead() throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(folder.resolve("scenario.yaml"), SOURCES);
    }

    @Test
    void playsArticlesEditsAndEndsInTheOrderInWhichTheyWereRead() throws IOException {
        articles(
                """
                - id: late
                  source: gazette
                  language: en
                  at: 2022-01-05T10:00+06:00
                  seen: 2d
                  title: Late
                  text: Told late.
                - id: roof
                  source: gazette
                  language: en
                  at: 2022-01-05T12:00+06:00
                  title: Roof gone
                  text: Two people were hurt.
                  edits:
                    - {after: 2h, text: Three people were hurt.}
                  gone: 26h
                """);

        var scenario = ScenarioReader.read(folder);

        assertThat(scenario.steps())
                .extracting(s -> s.article().externalId(), s -> s.article().revision(), Step::at)
                .containsExactly(
                        tuple("roof", 1, "2022-01-05T06:03:00Z"),
                        tuple("roof", 2, "2022-01-05T08:00:00Z"),
                        tuple("roof", 3, "2022-01-06T08:00:00Z"),
                        tuple("late", 1, "2022-01-07T04:00:00Z"));
        var edited = scenario.steps().get(1).article();
        assertThat(edited.text()).isEqualTo("Three people were hurt.");
        assertThat(edited.changed()).extracting(ArticleChange::kind).containsExactly(ArticleChange.TEXT);
        assertThat(edited.publishedAt()).isEqualTo(Instant.parse("2022-01-05T06:00:00Z"));
        assertThat(scenario.steps().get(2).article().changed())
                .extracting(ArticleChange::kind)
                .containsExactly(ArticleChange.VANISHED);
        assertThat(scenario.steps()).allMatch(s -> s.article().replay());
    }

    @Test
    void hasArticlesOfItsOwn_inAFurtherPlay() throws IOException {
        articles(
                """
                - id: roof
                  source: gazette
                  language: en
                  at: 2022-01-05T12:00+06:00
                  title: Roof gone
                  edits:
                    - {after: 2h, text: Three people were hurt.}
                """);
        var scenario = ScenarioReader.read(folder);
        var ids = scenario.steps().stream().map(s -> s.article().id()).distinct();
        var second = scenario.inPlay(2).steps();

        assertThat(scenario.inPlay(1)).isEqualTo(scenario);
        assertThat(second)
                .extracting(s -> s.article().id())
                .doesNotContainAnyElementsOf(ids.toList())
                .containsOnly(second.getFirst().article().id());
        assertThat(second).allMatch(s -> Integer.valueOf(2).equals(s.article().exercise()));
    }

    @Test
    void keepsWhatAnArticleSaysOfItsDate() throws IOException {
        articles(
                """
                - {id: a, source: gazette, language: en, at: 2022-01-05T10:00+06:00, dated: unknown, title: A}
                - {id: b, source: gazette, language: en, at: 2022-01-05T10:00+06:00, dated: 2012-01-05T10:00Z, title: B}
                """);

        assertThat(ScenarioReader.read(folder).steps())
                .extracting(s -> s.article().publishedAt())
                .containsExactlyInAnyOrder(null, Instant.parse("2012-01-05T10:00:00Z"));
    }

    @Test
    void comesDueBySpeed() throws IOException {
        articles(
                """
                - {id: a, source: gazette, language: en, at: 2022-01-05T10:00Z, title: A}
                - {id: b, source: gazette, language: en, at: 2022-01-05T20:00Z, title: B}
                """);
        var scenario = ScenarioReader.read(folder);

        assertThat(scenario.due(scenario.steps().getLast(), 600)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void saysWhereAScenarioIsWrong() throws IOException {
        assertFails("- {id: a, source: post, language: en, at: 2022-01-05T10:00Z, title: A}", "source 'post'");
        assertFails("- {id: a, source: gazette, language: en, at: 2022-01-05T10:00Z}", "neither title nor text");
        assertFails(
                "- {id: a, source: gazette, language: en, at: 2022-01-05T10:00Z, title: A, seen: soon}",
                "'soon' is no time span");
        assertFails(
                "- {id: a, source: gazette, language: en, at: 2022-01-05T10:00Z, title: A, titel: B}",
                "line 1",
                "titel");
        assertFails(
                "- {id: a, source: gazette, language: en, at: 2022-01-05T10:00Z, title: A, edits: {after: 1h}}",
                "changes nothing");
        assertFails("- {id: a, source: gazette, language: en, at: yesterday, title: A}", "articles", "yesterday");
    }

    @Test
    void refusesSourcesThatMayExist() throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), SOURCES.replace("gazette.example", "gazette.com"));

        assertThatThrownBy(() -> ScenarioReader.read(folder))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("gazette.com")
                .hasMessageContaining("must end in .example");
    }

    private void assertFails(String article, String... words) throws IOException {
        articles(article);
        assertThatThrownBy(() -> ScenarioReader.read(folder))
                .isInstanceOf(ScenarioException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private void articles(String yaml) throws IOException {
        Files.writeString(folder.resolve("articles/all.yaml"), yaml);
    }

    private static org.assertj.core.groups.Tuple tuple(String id, int revision, String at) {
        return org.assertj.core.groups.Tuple.tuple(id, revision, Instant.parse(at));
    }
}

package dev.tocsin.archive.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Verdict;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {
    static Stream<Path> odd() throws IOException, URISyntaxException {
        return Files.list(Path.of(ReadingTest.class.getResource("/unreadable").toURI()));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void givesAReason_whenTheBytesAreNotTheMessage(Path odd) throws IOException {
        var reading = Reading.of(Files.readAllBytes(odd), ClassifiedArticle.class);

        assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class, u -> assertThat(u.reason())
                .contains("ClassifiedArticle"));
    }

    @Test
    void givesAReason_whenThereIsNoValue() {
        assertThat(Reading.of(null, Verdict.class))
                .isEqualTo(new Reading.Unreadable<Verdict>("has no value, expected a Verdict"));
    }

    @Test
    void givesTheMessage_whenItHasAFieldFromTheFuture() {
        var json =
                """
                {"id":"v1","story":"s1","topic":"protests","verdict":"muted","by":"ada","at":"2022-01-06T20:00:00Z",
                 "mood":{"colour":"blue"}}""";

        assertThat(Reading.of(json.getBytes(UTF_8), Verdict.class))
                .isInstanceOfSatisfying(Reading.Readable.class, r -> assertThat(((Verdict) r.message()).id())
                        .isEqualTo("v1"));
    }
}

package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
    private static final Duration MOST = Duration.ofMillis(200);
    private static final int LARGE = 10_000_000;

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("one endless word", "a".repeat(LARGE)),
                Arguments.of("one endless compound", "flughafen".repeat(LARGE / 9)),
                Arguments.of("numbers", "1 000 ".repeat(LARGE / 6)),
                Arguments.of("one endless number", "1,000".repeat(LARGE / 5)),
                Arguments.of("marks on one letter", "a" + "\u0301".repeat(LARGE)),
                Arguments.of("signs of direction", "\u202e\u200f".repeat(LARGE / 2)),
                Arguments.of("ideographs", "抗议".repeat(LARGE / 2)),
                Arguments.of("months", "1 May ".repeat(LARGE / 6)),
                Arguments.of("phrases begun", "prime ".repeat(LARGE / 6)),
                Arguments.of("full stops", ".".repeat(LARGE)),
                Arguments.of("half characters", "\ud800".repeat(LARGE)),
                Arguments.of("boilerplate", "read more. ".repeat(LARGE / 11)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void costsLittle(String name, String text) throws InvalidLexiconException {
        var signature = new Signature(Concepts.read(
                Path.of(System.getProperty("tocsin.root", "../..")).resolve("concepts")));
        for (var language : List.of("de", "en", "zh", "ar", "uk")) {
            run(signature, language, text.substring(0, 10_000));
            long start = System.nanoTime();
            run(signature, language, text);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(name + " in " + language)
                    .isLessThan(MOST);
        }
    }

    private static void run(Signature signature, String language, String text) {
        Fingerprint.of(text, text);
        assertThat(signature.of(language, text, text, Instant.EPOCH, Signature.Recognised.NOTHING, List.of()))
                .hasSizeLessThanOrEqualTo(40);
    }
}

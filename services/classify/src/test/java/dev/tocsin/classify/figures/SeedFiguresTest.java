package dev.tocsin.classify.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The figures of the seed articles, where the folder of shared material is beside the project. */
class SeedFiguresTest {
    private static final Path SEEDS =
            Path.of(System.getProperty("tocsin.root", "../..")).resolve("../shared/seeds");

    private static final Pattern ITEM =
            Pattern.compile("<guid[^>]*>([^<]+)</guid>.*?<content:encoded><!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> findsEveryExpectedClaim() throws IOException {
        assumeTrue(Files.isDirectory(SEEDS), "no seed articles at " + SEEDS.toAbsolutePath() + ": not tested");
        var expected =
                Json.mapper().readTree(SEEDS.resolve("expected.json").toFile()).path("articles");
        return ITEM.matcher(Files.readString(SEEDS.resolve("feed.xml")))
                .results()
                .flatMap(m -> tests(m.group(1), m.group(2), expected.path(m.group(1))));
    }

    private static Stream<DynamicTest> tests(String id, String html, JsonNode expected) {
        var text = html.replace("</p>", "\n").replaceAll("<[^>]+>", "");
        var claims =
                Figures.find(expected.path("language").asText(), null, text, Instant.parse("2022-01-07T00:00:00Z"));
        return StreamSupport.stream(expected.path("claims").spliterator(), false)
                .map(e -> DynamicTest.dynamicTest(
                        id + " " + e, () -> assertThat(claims).anyMatch(c -> matches(e, c))));
    }

    /** A claim matches on kind and value and, where given, on scope and source. */
    private static boolean matches(JsonNode expected, Claim claim) {
        var source = Objects.toString(claim.attributedTo(), "").toLowerCase(Locale.ROOT);
        return claim.kind().equals(expected.path("kind").asText())
                && Stream.of(claim.low(), claim.high())
                        .anyMatch(v -> Objects.equals(v, expected.path("value").asLong()))
                && List.of("", claim.scope()).contains(expected.path("scope").asText(""))
                && source.contains(expected.path("attributedTo").asText("").toLowerCase(Locale.ROOT));
    }
}

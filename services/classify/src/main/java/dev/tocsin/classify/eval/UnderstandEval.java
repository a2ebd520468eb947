package dev.tocsin.classify.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.classify.actors.InvalidActorsException;
import dev.tocsin.classify.sameness.InvalidLexiconException;
import dev.tocsin.classify.understand.Understanding;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.TopicHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each row {@code id, lang, title, text, published} what this service finds in it and later ones go by:
 * {@code fingerprint} and {@code signature}.
 */
final class UnderstandEval {
    private static final TopicHit HIT = new TopicHit("all", 1, 1, List.of());

    private UnderstandEval() {}

    static void run(Path file, Path out) throws IOException, InvalidActorsException, InvalidLexiconException {
        var understanding = Understanding.read(
                folder("TOCSIN_CLASSIFY_ACTORS", "actors"), folder("TOCSIN_CLASSIFY_CONCEPTS", "concepts"));
        var lines = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                var row = (ObjectNode) Json.mapper().readTree(line);
                var found = understanding.of(article(row), Instant.EPOCH, List.of(HIT));
                row.put("fingerprint", found.fingerprint());
                var signature = row.putArray("signature");
                found.signature().forEach(signature::add);
                lines.add(row.toString());
            }
        }
        Files.write(out, lines);
    }

    static Path folder(String variable, String otherwise) {
        return Path.of(Objects.requireNonNullElse(System.getenv(variable), otherwise));
    }

    private static DetectedArticle article(ObjectNode row) {
        var fetched = new FetchedArticle(
                row.path("id").asText(),
                1,
                null,
                null,
                null,
                row.path("title").textValue(),
                row.path("text").asText(""),
                null,
                null,
                time(row.path("published").asText("")),
                Instant.EPOCH,
                false,
                null,
                new Source("eval", "eval", null, null),
                Origin.UNKNOWN,
                List.of(),
                null);
        return new DetectedArticle(
                fetched, new DetectedLanguage(row.path("lang").asText(DetectedLanguage.UNDETERMINED), 1, null));
    }

    private static @Nullable Instant time(String published) {
        try {
            return published.length() > "2022-01-06".length()
                    ? Instant.parse(published)
                    : LocalDate.parse(published).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

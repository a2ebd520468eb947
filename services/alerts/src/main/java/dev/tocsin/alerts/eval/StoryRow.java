package dev.tocsin.alerts.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.contracts.ClassifiedArticle;
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
import org.jspecify.annotations.Nullable;

/**
 * An article of a file of labelled stories.
 *
 * @param article what classify says of it, as a hit of one topic
 * @param story the label; null where the file has none
 * @param pair the id of the original of a translation or near copy; null for none
 */
record StoryRow(ClassifiedArticle article, @Nullable String story, @Nullable String pair) {
    private static final TopicHit HIT = new TopicHit("all", 1, 1, List.of());
    private static final int MIDDAY = 12;

    String id() {
        return article.fetched().id();
    }

    String language() {
        return article.detected().language().tag();
    }

    Sighting sighting() {
        return new Sighting(article, HIT, article.fetched().fetchedAt());
    }

    /**
     * The rows of a file, in its order, which is that of time; one without a date has that of the row before.
     *
     * @throws IOException naming the line that is no JSON object with an {@code id}
     */
    static List<StoryRow> read(Path file) throws IOException {
        var rows = new ArrayList<StoryRow>();
        var time = Instant.EPOCH;
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode row;
            try {
                row = Json.mapper().readTree(line);
            } catch (IOException e) {
                throw new IOException(file + " line " + number + " is no JSON", e);
            }
            if (!row.hasNonNull("id")) {
                throw new IOException(file + " line " + number + " has no 'id'");
            }
            time = time(row.path("published").asText(""), time);
            rows.add(of(row, time));
        }
        return rows;
    }

    private static StoryRow of(JsonNode row, Instant time) {
        var id = row.get("id").asText();
        var source = row.path("source").asText(id);
        var fetched = new FetchedArticle(
                id,
                1,
                null,
                null,
                null,
                row.path("title").textValue(),
                row.path("text").asText(""),
                null,
                null,
                time,
                time,
                false,
                null,
                new Source(source, source, null, null),
                Origin.UNKNOWN,
                List.of(),
                null);
        var language = new DetectedLanguage(row.path("lang").asText(DetectedLanguage.UNDETERMINED), 1, null);
        var signature = new ArrayList<String>();
        row.path("signature").forEach(key -> signature.add(key.asText()));
        return new StoryRow(
                new ClassifiedArticle(
                        new DetectedArticle(fetched, language),
                        time,
                        List.of(HIT),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        row.path("fingerprint").textValue(),
                        signature),
                row.path("story").textValue(),
                row.path("pair").textValue());
    }

    /** Midday where only the day is known. */
    private static Instant time(String published, Instant otherwise) {
        try {
            return published.length() > "2022-01-06".length()
                    ? Instant.parse(published)
                    : LocalDate.parse(published).atTime(MIDDAY, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}

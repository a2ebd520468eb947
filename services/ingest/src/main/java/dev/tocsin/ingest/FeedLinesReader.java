package dev.tocsin.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.lists.ListEntry;
import dev.tocsin.ingest.lists.ListEntry.Listed;
import dev.tocsin.ingest.lists.ListEntry.Refused;
import dev.tocsin.ingest.lists.ListedFeed;
import dev.tocsin.ingest.lists.ListedFeeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads feeds from NDJSON: one form a line, and a bad line spoils only itself. */
final class FeedLinesReader {
    private static final int LONGEST = 64 * 1024;
    private static final int SHOWN = 80;
    private static final ObjectReader TREES = Json.mapper().reader();

    private FeedLinesReader() {}

    static ListedFeeds read(InputStream body, FeedForm form, int most) {
        var found = new ListedFeeds();
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            int number = 0;
            int feeds = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    if (++feeds > most) {
                        throw Problem.tooLarge("there are more than " + most + " lines: send them in parts");
                    }
                    found.accept(entry(line, number, form));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.feeds().isEmpty() && found.refused().isEmpty()) {
            throw Problem.badRequest("the body is empty, one JSON object a line is expected");
        }
        return found;
    }

    private static ListEntry entry(String line, int number, FeedForm form) {
        var shown = line.substring(0, Math.min(line.length(), SHOWN));
        if (line.length() > LONGEST) {
            return new Refused(number, shown, "the line has " + line.length() + " characters, at most " + LONGEST);
        }
        try {
            var json = TREES.readTree(line);
            shown = json.path("url").asText(shown);
            return new Listed(number, new ListedFeed(form.address(json), form.settings(json)));
        } catch (JsonProcessingException e) {
            return new Refused(number, "", "the line is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return new Refused(number, shown, String.valueOf(e.getMessage()));
        }
    }
}

package dev.tocsin.ingest.lists;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.lists.ListEntry.Listed;
import dev.tocsin.ingest.lists.ListEntry.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads a list of feeds in YAML, feed by feed: {@code feeds} holds the forms of {@code POST /feeds}, each with
 * {@code found} (the name of the public list that its address is from) and {@code polled} (whether it was ever asked);
 * {@code lists} says for each of those names where it is.
 */
final class YamlList {
    private static final String FOUND = "found";
    private static final String POLLED = "polled";
    private static final List<String> POLLED_WORDS = List.of("not-yet-from-here", "works");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .loaderOptions(loaderOptions())
            .build());

    private final FeedForm form;
    private final int most;
    private final Consumer<ListEntry> sink;
    private final Set<String> lists = new HashSet<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlList(FeedForm form, int most, Consumer<ListEntry> sink) {
        this.form = form;
        this.most = most;
        this.sink = sink;
    }

    static void read(InputStream in, FeedForm form, int most, Consumer<ListEntry> sink)
            throws IOException, BadListException {
        try (var parser = YAML.getFactory().createParser(in)) {
            new YamlList(form, most, sink).read(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            var why = String.valueOf(e.getOriginalMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
            throw new BadListException(
                    "line " + Math.max(1, line) + ": it is not YAML: " + why + " (check indentation and quotes)", e);
        }
    }

    private void read(JsonParser yaml) throws IOException, BadListException {
        if (yaml.nextToken() != JsonToken.START_OBJECT) {
            throw bad(yaml, "expected the key 'feeds' with a list of feeds");
        }
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            switch (yaml.currentName()) {
                case "lists" -> readLists(yaml);
                case "feeds" -> readFeeds(yaml);
                default ->
                    throw bad(yaml, "'" + yaml.currentName() + "' is no key of a list; there are lists and feeds");
            }
        }
        if (yaml.nextToken() != null) {
            throw bad(yaml, "a second document begins: one file is one list");
        }
    }

    private void readLists(JsonParser yaml) throws IOException, BadListException {
        yaml.nextToken();
        JsonNode named = YAML.readTree(yaml);
        if (!named.isObject()) {
            throw bad(yaml, "'lists' holds no names with their addresses");
        }
        named.fieldNames().forEachRemaining(lists::add);
    }

    private void readFeeds(JsonParser yaml) throws IOException, BadListException {
        if (yaml.nextToken() != JsonToken.START_ARRAY) {
            throw bad(yaml, "'feeds' is no list: begin each feed with '- url:'");
        }
        for (int i = 0; yaml.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == most) {
                throw bad(yaml, "there are more than " + most + " feeds: split it");
            }
            int line = yaml.currentTokenLocation().getLineNr();
            sink.accept(entry(YAML.readTree(yaml), line));
        }
    }

    private ListEntry entry(JsonNode json, int line) {
        try {
            if (!(json instanceof ObjectNode feed)) {
                throw new IllegalArgumentException("it has no keys: begin with '- url:'");
            }
            checkOrigin(feed);
            feed.remove(List.of(FOUND, POLLED));
            var address = form.address(feed);
            var earlier = lines.putIfAbsent(address.id(), line);
            if (earlier != null) {
                throw new IllegalArgumentException("'url' is the same as in line " + earlier);
            }
            return new Listed(line, new ListedFeed(address, form.settings(feed)));
        } catch (IllegalArgumentException e) {
            var name = json.path("title").asText(json.path("url").asText(""));
            return new Refused(line, name, String.valueOf(e.getMessage()));
        }
    }

    private void checkOrigin(ObjectNode feed) {
        var found = feed.get(FOUND);
        if (found != null && !lists.contains(found.asText())) {
            throw new IllegalArgumentException(
                    "'found' is '" + found.asText() + "', which 'lists' does not name before it");
        }
        var polled = feed.get(POLLED);
        if (polled != null && !POLLED_WORDS.contains(polled.asText())) {
            throw new IllegalArgumentException(
                    "'polled' is '" + polled.asText() + "', expected one of " + String.join(", ", POLLED_WORDS));
        }
    }

    private static BadListException bad(JsonParser yaml, String why) {
        return new BadListException(
                "line " + Math.max(1, yaml.currentTokenLocation().getLineNr()) + ": " + why);
    }

    private static LoaderOptions loaderOptions() {
        var options = new LoaderOptions();
        options.setCodePointLimit(16 * 1024 * 1024);
        return options;
    }
}

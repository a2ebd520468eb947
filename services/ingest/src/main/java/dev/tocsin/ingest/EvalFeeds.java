package dev.tocsin.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import dev.tocsin.ingest.parse.RawItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code tocsin eval feeds DIR}: what the parser makes of every file below a folder. */
final class EvalFeeds {
    private EvalFeeds() {}

    static void run(Path dir, @Nullable Path out) throws IOException {
        var lines = new ArrayList<String>();
        var forgiven = new TreeMap<String, Integer>();
        int readable = 0;
        int items = 0;
        long nanos = 0;
        for (var file : files(dir)) {
            var bytes = Files.readAllBytes(file);
            long start = System.nanoTime();
            var parsed = FeedParser.parse(bytes, null);
            nanos += System.nanoTime() - start;
            if (parsed instanceof Readable feed) {
                readable++;
                items += feed.items().size();
                feed.forgiven().forEach(code -> forgiven.merge(code, 1, Integer::sum));
            }
            lines.add(line(dir.relativize(file).toString().replace('\\', '/'), parsed));
        }
        if (out != null) {
            Files.write(out, lines);
        }
        System.out.printf(
                Locale.ROOT,
                "%d files, %d feeds with %d items, %.0f files/s on one thread, cold%n",
                lines.size(),
                readable,
                items,
                lines.isEmpty() ? 0 : lines.size() * 1e9 / nanos);
        forgiven.forEach((code, count) -> System.out.printf(Locale.ROOT, "%6d forgiven %s%n", count, code));
    }

    private static List<Path> files(Path dir) throws IOException {
        try (var found = Files.walk(dir)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static String line(String name, ParsedFeed parsed) {
        var line = Json.mapper().createObjectNode().put("file", name).put("ok", parsed instanceof Readable);
        var forgiven = line.putArray("forgiven");
        switch (parsed) {
            case Unreadable(var failure, var reason) -> {
                line.put("error", failure.label() + ": " + reason);
                line.putObject("feed").putNull("title").putNull("link").putNull("language");
                line.putArray("entries");
            }
            case Readable feed -> {
                feed.forgiven().forEach(forgiven::add);
                line.putNull("error");
                line.putObject("feed")
                        .put("title", feed.title())
                        .put("link", feed.link())
                        .put("language", feed.language());
                var entries = line.putArray("entries");
                feed.items().forEach(item -> entry(entries.addObject(), item));
            }
        }
        return line.toString();
    }

    private static void entry(ObjectNode entry, RawItem item) {
        entry.put("id", item.guid())
                .put("title", emptyIsNull(item.title().value()))
                .put("link", item.link())
                .put("published", date(item.published()))
                .put("updated", date(item.updated()))
                .put("author", item.author())
                .put("summary", emptyIsNull(item.summary().value()))
                .put("content", emptyIsNull(item.content().value()));
    }

    private static @Nullable String date(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

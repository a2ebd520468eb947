package dev.tocsin.ingest;

import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.page.Page;
import dev.tocsin.ingest.page.PageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code tocsin eval extraction DIR [--out F]}: extracts every {@code *.html} and {@code *.html.gz} below DIR, on one
 * thread and once each, and writes a line {@code {file, title, published, author, language, text}} of F for each.
 */
public final class ExtractionEval {
    private ExtractionEval() {}

    public static void main(String[] args) throws IOException {
        run(args);
    }

    /** Ends the process with status 2 where the arguments are wrong. */
    static void run(String[] args) throws IOException {
        if (args.length != 1 && !(args.length == 3 && args[1].equals("--out"))) {
            throw usage("usage: eval extraction DIR [--out FILE.jsonl]");
        }
        var dir = Path.of(args[0]);
        if (!Files.isDirectory(dir)) {
            throw usage("eval extraction: no such folder: " + dir);
        }
        var files = pages(dir);
        var lines = new ArrayList<String>();
        int walls = 0;
        long start = System.nanoTime();
        for (var file : files) {
            var page = PageReader.read(bytes(file), null, "");
            walls += page.wall().stands() ? 1 : 0;
            lines.add(line(dir.relativize(file), page));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (args.length == 3) {
            Files.write(Path.of(args[2]), lines);
        }
        System.out.printf("pages=%d walls=%d pages/s=%.0f%n", files.size(), walls, files.size() / seconds);
    }

    private static List<Path> pages(Path dir) throws IOException {
        try (var all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".html") || f.toString().endsWith(".html.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    private static String line(Path file, Page page) {
        var row = Json.mapper()
                .createObjectNode()
                .put("file", file.toString())
                .put("title", page.title())
                .put("published", text(page.published()))
                .put("author", page.author())
                .put("language", page.language())
                .put("text", page.text());
        return new String(Json.write(row), StandardCharsets.UTF_8);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static UncheckedIOException usage(String message) {
        System.err.println(message);
        System.exit(2);
        return new UncheckedIOException(new IOException(message));
    }
}

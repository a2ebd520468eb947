package dev.tocsin.ingest.parse;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The odd feeds of {@code src/test/resources/feeds}, each named by what is odd about it. */
public final class FeedFile {
    private FeedFile() {}

    public static byte[] bytes(String name) {
        try (var in = FeedFile.class.getResourceAsStream("/feeds/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test file feeds/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ParsedFeed.Readable readable(String name) {
        return (ParsedFeed.Readable) FeedParser.parse(bytes(name), null);
    }
}

package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.lists.BadListException;
import dev.tocsin.ingest.lists.FeedListFile;
import java.nio.file.Path;
import java.time.Duration;

/** Reads lists of feeds without starting anything: exits with 1 and one line where one of them is wrong. */
final class ListCheck {
    private static final FeedForm FORM = new FeedForm(Duration.ofMinutes(1), Duration.ofHours(24));

    private ListCheck() {}

    public static void main(String[] files) {
        try {
            for (var file : files) {
                FeedListFile.read(Path.of(file), FORM);
            }
        } catch (BadListException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}

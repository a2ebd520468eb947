package dev.tocsin.ingest.lists;

import dev.tocsin.ingest.feeds.FeedForm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A list of feeds that an operator names: YAML like {@code deploy/feeds.yaml}, or OPML. One mistake refuses it all. */
public final class FeedListFile {
    /** Feeds in one file. */
    public static final int MOST = 10_000;

    private static final long LARGEST = 16L * 1024 * 1024;

    private FeedListFile() {}

    /** @throws BadListException with one line: file, line, key, reason */
    public static List<ListedFeed> read(Path file, FeedForm form) throws BadListException {
        var found = new ListedFeeds();
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadListException("it is larger than " + LARGEST + " bytes: split it");
            }
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                read(in, form, found);
            }
            return whole(found);
        } catch (BadListException e) {
            throw new BadListException("the list of feeds " + file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new BadListException("the list of feeds " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new BadListException("the list of feeds " + file + ": it cannot be read: " + e.getMessage(), e);
        }
    }

    private static void read(InputStream in, FeedForm form, ListedFeeds found) throws IOException, BadListException {
        if (beginsWithATag(in)) {
            OpmlReader.read(in, form, MOST, found);
        } else {
            YamlList.read(in, form, MOST, found);
        }
    }

    private static boolean beginsWithATag(InputStream in) throws IOException {
        in.mark(64);
        int c = in.read();
        // a byte order mark, or the half of a wide character, or blanks
        for (int i = 0; i < 60 && (c <= ' ' && c >= 0 || c == 0xEF || c == 0xBB || c == 0xBF || c >= 0xFE); i++) {
            c = in.read();
        }
        in.reset();
        return c == '<';
    }

    private static List<ListedFeed> whole(ListedFeeds found) throws BadListException {
        var refused = found.refused();
        if (!refused.isEmpty()) {
            var first = refused.getFirst();
            throw new BadListException("line " + first.line() + ", feed '" + first.what() + "': " + first.reason()
                    + (refused.size() == 1 ? "" : " (and " + (refused.size() - 1) + " more)"));
        }
        if (found.feeds().isEmpty()) {
            throw new BadListException("it names no feed: expected YAML with 'feeds', or OPML");
        }
        return found.feeds().stream().map(ListEntry.Listed::feed).toList();
    }
}

package dev.tocsin.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where the index lies.
 *
 * @param path made where it is missing
 * @param isOurs whether it goes when the service ends
 */
record IndexFolder(Path path, boolean isOurs) implements AutoCloseable {
    /** The folder that was set, or a new temporary one. */
    static IndexFolder of(Optional<Path> set) throws IOException {
        return set.isPresent()
                ? new IndexFolder(set.get(), false)
                : new IndexFolder(Files.createTempDirectory("tocsin-archive-index"), true);
    }

    /** Bytes that can still be written there. */
    long room() throws IOException {
        Files.createDirectories(path);
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        if (isOurs && Files.exists(path)) {
            try (var files = Files.walk(path)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}

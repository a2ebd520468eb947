package dev.tocsin.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one folder of everything that is kept: broker log, store, Streams state and logs. They are one unit, kept
 * together or deleted together, because old state must not meet a new broker. One stack at a time holds its lock.
 */
final class DataFolder implements AutoCloseable {
    private static final String MARKER = "tocsin.format";
    /** Since 2 the store's documents are BSON, since 3 they are found by their own map. */
    private static final String FORMAT = "3";
    /** All that there were: whatever is ours can be deleted. */
    private static final Set<String> FORMATS = Set.of("1", "2", FORMAT);

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static Path defaultIn(Path here) {
        return here.resolve(".tocsin");
    }

    /**
     * Opens the folder, making it where it is missing, and locks it.
     *
     * @throws LaunchException where it is no data folder of ours, cannot be written, or is in use
     */
    static DataFolder open(Path path) {
        return open(path, Set.of(FORMAT));
    }

    private static DataFolder open(Path path, Set<String> formats) {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new LaunchException("the data folder " + path + " is a file: give another with --data");
            }
            Files.createDirectories(path);
            requireOurs(path, formats);
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new LaunchException("the data folder " + path
                        + " is in use by another tocsin: stop it, or give another with --data");
            }
            Files.writeString(path.resolve(MARKER), FORMAT);
            return new DataFolder(path, channel, lock);
        } catch (IOException e) {
            throw new LaunchException("the data folder " + path + " cannot be used: " + e, e);
        }
    }

    /**
     * Deletes the folder and all in it.
     *
     * @return false where there was none
     * @throws LaunchException where it is not ours to delete, or in use
     */
    static boolean delete(Path path) {
        if (!Files.exists(path)) {
            return false;
        }
        open(path, FORMATS).close();
        try (var paths = Files.walk(path)) {
            for (var each : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
            return true;
        } catch (IOException e) {
            throw new LaunchException("the data folder " + path + " cannot be deleted whole: " + e, e);
        }
    }

    Path path() {
        return path;
    }

    Path broker() {
        return path.resolve("broker");
    }

    Path store() {
        return path.resolve("store");
    }

    Path alertsState() {
        return path.resolve("alerts-state");
    }

    /** Made anew from the store where it is missing. */
    Path archiveIndex() {
        return path.resolve("archive-index");
    }

    Path log(String service) {
        return path.resolve("logs").resolve(service + ".log");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new LaunchException("the lock of " + path + " cannot be released: " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return null; // held in this very JVM
        }
    }

    private static void requireOurs(Path path, Set<String> formats) throws IOException {
        var marker = path.resolve(MARKER);
        if (Files.exists(marker)) {
            var format = Files.readString(marker).strip();
            if (!formats.contains(format)) {
                throw new LaunchException("the data folder " + path + " has the format '" + format
                        + "', this Tocsin reads " + FORMAT + ": run ./tocsin reset --data " + path);
            }
            return;
        }
        try (var content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new LaunchException("the folder " + path
                        + " holds other things than Tocsin's data: give an empty or new one with --data");
            }
        }
    }
}

package dev.tocsin.local;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** {@code admin.key} in the data folder: the API key of the local admin, for nobody but the folder's owner. */
final class AdminKey {
    private static final String NAME = "admin.key";
    private static final String PREFIX = "tocsin_local_";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private AdminKey() {}

    /**
     * The file, made where it is missing and kept where it is there.
     *
     * @throws LaunchException where it cannot be written
     */
    static Path in(Path data) {
        var file = data.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                make(file);
            } else if (posix(file)) {
                Files.setPosixFilePermissions(file, OWNER);
            }
            return file;
        } catch (IOException e) {
            throw new LaunchException("the key of the local admin, " + file + ", cannot be written: " + e, e);
        }
    }

    /** Beside it and then in one move, so that nobody ever reads half a key, or another's file by this name. */
    private static void make(Path file) throws IOException {
        var fresh = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(fresh);
        FileAttribute<?>[] owner = posix(file.getParent())
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                        fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner);
                var out = Channels.newOutputStream(channel)) {
            out.write((PREFIX + Secrets.fresh() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean posix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }
}

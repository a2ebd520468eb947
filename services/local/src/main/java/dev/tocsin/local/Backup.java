package dev.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A data folder in one file, and back. All of it together, because broker, store and Streams state are one unit; while nothing runs,
 * because they would be copied at different moments otherwise. Only its owner may read the file: hashes of passwords are in it.
 */
final class Backup {
    /** What belongs to a run or to this machine's owner, not to the data; key and search index are made anew. */
    private static final Set<String> LEFT_OUT = Set.of("lock", "run.json", "logs", "archive-index", AdminKey.NAME);

    private static final String PART = ".part";
    private static final String MARKER = "tocsin.format";

    private Backup() {}

    /**
     * Copies a data folder into a file, which appears only when it is whole.
     *
     * @return how many files it holds
     * @throws LaunchException where there are no data, they are in use, or the file cannot be written
     */
    static int write(Path data, Path file) {
        if (!Files.exists(data.resolve(MARKER))) {
            throw new LaunchException("there are no data in " + data + ": give the folder with --data");
        }
        if (Files.exists(file)) {
            throw new LaunchException("the file " + file + " is there already: give another");
        }
        var part = file.resolveSibling(file.getFileName() + PART);
        try (var folder = DataFolder.open(data)) {
            int files = zip(folder.path(), part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchException("the backup cannot be written: " + e, e);
        }
    }

    private static int zip(Path folder, Path part) throws IOException {
        int[] files = {0};
        try (var zip = new ZipOutputStream(OwnersFile.make(part))) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    if (path.equals(folder)) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (isLeftOut(folder, path)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    zip.putNextEntry(new ZipEntry(name(folder, path) + "/"));
                    zip.closeEntry();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && !isLeftOut(folder, path)) {
                        zip.putNextEntry(new ZipEntry(name(folder, path)));
                        Files.copy(path, zip);
                        zip.closeEntry();
                        files[0]++;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return files[0];
    }

    private static boolean isLeftOut(Path folder, Path path) {
        return LEFT_OUT.contains(folder.relativize(path).getName(0).toString());
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /**
     * Makes a data folder of a file.
     *
     * @return how many files it has
     * @throws LaunchException where the folder is there already, or the file is no backup
     */
    static int restore(Path file, Path data) {
        if (Files.exists(data)) {
            throw new LaunchException(
                    "the folder " + data + " is there already: move it away, or give another with --data");
        }
        var part = data.resolveSibling(data.getFileName() + PART);
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(MARKER) == null) {
                throw new LaunchException("the file " + file + " is no backup of Tocsin");
            }
            if (Files.exists(part)) {
                throw new LaunchException(
                        "the folder " + part + " is left of a restore that broke off: delete it first");
            }
            int files = unzip(zip, part);
            Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
            // says whether this Tocsin reads that format
            DataFolder.open(data).close();
            return files;
        } catch (ZipException e) {
            throw new LaunchException("the file " + file + " is no backup, or a damaged one: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new LaunchException("the backup cannot be read: " + e, e);
        }
    }

    private static int unzip(ZipFile zip, Path into) throws IOException {
        int files = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var path = into.resolve(entry.getName()).normalize();
            if (!path.startsWith(into)) {
                throw new ZipException("it names a file outside of its folder");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, path);
                }
                files++;
            }
        }
        return files;
    }
}

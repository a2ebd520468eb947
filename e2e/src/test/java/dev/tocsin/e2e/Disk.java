package dev.tocsin.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk under a folder, where this system lets us mount one: a file system in memory, which is full when we say so. */
final class Disk implements AutoCloseable {
    private static final String ROOMY = "4g";
    private static final int ATTEMPTS = 50;

    private final Path folder;
    private final boolean possible;

    private Disk(Path folder, boolean possible) {
        this.folder = folder;
        this.possible = possible;
    }

    /** @param folder made where it is missing; it is an ordinary one where nothing can be mounted */
    static Disk under(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean possible = runs("mount", "-t", "tmpfs", "-o", "size=" + ROOMY, "tocsin-chaos", folder.toString());
        return new Disk(folder, possible);
    }

    boolean isPossible() {
        return possible;
    }

    /** Leaves no room for anything more. */
    void fill() throws IOException, InterruptedException {
        for (int i = 0; i < ATTEMPTS; i++) {
            var store = Files.getFileStore(folder);
            // it cannot be smaller than what is on it, which grows meanwhile
            if (size((store.getTotalSpace() - store.getUnallocatedSpace()) / 1024 + 4 + "k")) {
                return;
            }
        }
        throw new IOException("the disk grows faster than it can be filled");
    }

    void free() throws IOException, InterruptedException {
        if (!size(ROOMY)) {
            throw new IOException("no room can be made on " + folder);
        }
    }

    private boolean size(String size) throws IOException, InterruptedException {
        return runs("mount", "-o", "remount,size=" + size, folder.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            if (possible) {
                runs("umount", "--lazy", folder.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}

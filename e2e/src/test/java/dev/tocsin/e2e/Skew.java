package dev.tocsin.e2e;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * What the processes of one machine believe of its clock and its disk: those that were started with {@link #environment()} look
 * at two numbers here, each time they ask for the time or write to a file ({@code skew.c}).
 */
final class Skew {
    private static final int CLOCK = 0;
    private static final int DISK = Long.BYTES;

    private final Path library;
    private final Path file;
    private final MappedByteBuffer said;

    private Skew(Path library, Path file, MappedByteBuffer said) {
        this.library = library;
        this.file = file;
        this.said = said;
    }

    /**
     * @param folder takes what is compiled
     * @param machine whose processes are meant
     */
    static Skew in(Path folder, String machine) throws IOException, InterruptedException {
        var library = folder.resolve(machine + ".so");
        var source = RunningTocsin.root().resolve("e2e/src/test/c/skew.c");
        try {
            new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl")
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            System.out.println("no C compiler: clocks do not jump and no disk is slow");
        }
        var file = folder.resolve(machine + ".skew");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var said = channel.map(MapMode.READ_WRITE, 0, 2 * Long.BYTES);
            said.order(ByteOrder.nativeOrder());
            return new Skew(library, file, said);
        }
    }

    /** Whether anybody listens: without a compiler nobody does. */
    boolean isPossible() {
        return Files.exists(library);
    }

    Map<String, String> environment() {
        return isPossible() ? Map.of("LD_PRELOAD", library.toString(), "TOCSIN_SKEW", file.toString()) : Map.of();
    }

    /** Puts the clock of the day forward, or back. */
    void clock(Duration ahead) {
        said.putLong(CLOCK, ahead.toSeconds());
    }

    /** How much longer each write to a file takes. */
    void disk(Duration longer) {
        said.putLong(DISK, longer.toNanos() / 1_000);
    }
}

package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says why in one line, ends with a code that is not 0, and leaves nothing running. */
class BadStartIT {
    @TempDir
    private Path folder;

    private record Ending(int exit, List<String> lines, List<ProcessHandle> children) {}

    @Test
    void namesTheFeedThatDoesNotExist() throws Exception {
        assertEnds(
                up("--ports", "free", "--feed", "no/such/feed.xml"), "the feed no/such/feed.xml is no readable file");
    }

    @Test
    void namesTheFileTheLineAndTheKeyOfAWrongList() throws Exception {
        var list = Files.writeString(
                folder.resolveSibling(folder.getFileName() + ".yaml"),
                """
                feeds:
                  - url: https://courier.example/rss
                  - url: https://other.example/rss
                    interval: sometimes
                """);

        assertEnds(
                up("--ports", "free", "--feeds", list.toString()),
                list + ": line 3, feed 'https://other.example/rss': 'interval' is 'sometimes'");
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var taken = occupy(8084)) {
            assertThat(taken).isNotNull();
            // where something else listens there already, all the better
            assertEnds(up("--data", folder.resolve("data").toString()), "is taken");
        }
    }

    @Test
    void refusesAFolderThatIsNotItsOwn() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertEnds(up("--ports", "free", "--data", folder.toString()), "holds other things than Tocsin's data");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void saysThatTheStoreIsDamaged() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("tocsin.format"), "1");
        Files.createDirectories(data.resolve("store"));
        try (var file = new RandomAccessFile(data.resolve("store/store.mv").toFile(), "rw")) {
            for (int i = 0; i < 4096; i++) {
                file.writeInt(0xBADBAD);
            }
        }

        assertEnds(up("--ports", "free", "--data", data.toString()), "run ./tocsin reset --data " + data);
    }

    @Test
    void saysThatTheBrokersLogIsDamaged() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("tocsin.format"), "1");
        Files.createDirectories(data.resolve("broker"));
        Files.writeString(data.resolve("broker/meta.properties"), "version=not a number\n");

        assertEnds(up("--ports", "free", "--data", data.toString()), "run ./tocsin reset --data " + data);
    }

    @Test
    void namesTheJarThatIsMissing() throws Exception {
        var feed = RunningTocsin.root().resolve("e2e/src/test/resources/empty-feed.xml");

        // a root without any build below it
        assertEnds(
                end(RunningTocsin.up(folder, log(), List.of("--ports", "free", "--feed", feed.toString()))),
                "quarkus-run.jar is missing: run ./tocsin build");
    }

    @Test
    void refusesADataFolderInUse() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("tocsin.format"), "3");
        try (var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertEnds(up("--ports", "free", "--data", data.toString()), "is in use by another tocsin");
        }
    }

    private Ending up(String... arguments) throws Exception {
        var feed = RunningTocsin.root().resolve("e2e/src/test/resources/empty-feed.xml");
        var all = Stream.concat(Stream.of("--feed", feed.toString()), Stream.of(arguments))
                .toList();
        return end(RunningTocsin.up(RunningTocsin.root(), log(), all));
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private Ending end(Process process) throws Exception {
        var children = process.descendants().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        return new Ending(process.exitValue(), Files.readAllLines(log()), children);
    }

    private static void assertEnds(Ending ending, String reason) {
        var said = ending.lines().stream().filter(l -> l.startsWith("tocsin: ")).toList();
        assertThat(said).as(String.join("\n", ending.lines())).hasSize(1);
        assertThat(said.getFirst()).contains(reason);
        assertThat(ending.exit()).isNotZero();
        assertThat(ending.children()).noneMatch(ProcessHandle::isAlive);
    }

    private static Closeable occupy(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            return () -> {};
        }
    }
}

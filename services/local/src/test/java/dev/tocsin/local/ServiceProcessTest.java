package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    private static final Duration GRACE = Duration.ofSeconds(12);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Long> pids = new CopyOnWriteArrayList<>();
    private Runnable noted = () -> {};

    @Test
    void isStartedAgain_whenItIsKilled() throws Exception {
        var service = start("sleep 600");
        long first = service.handle().pid();
        service.handle().destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> pids.size() == 2);
        assertThat(service.handle().pid()).isNotEqualTo(first);
        assertThat(service.ends()).isEqualTo(1);
        service.close();
        service.awaitGone(GRACE);
        assertThat(service.handle().isAlive()).isFalse();
    }

    @Test
    void prefixesAndKeepsItsLog() throws Exception {
        var service = start("echo $WORD; exec sleep 600");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ingest    | ding"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(folder.resolve("logs/ingest.log"))
                .hasContent("ding"));
        service.close();
        service.awaitGone(GRACE);
    }

    @Test
    void isShownAndStartedAgain_whenTheDiskIsFull() throws Exception {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
        Files.createDirectories(folder.resolve("logs"));
        Files.createSymbolicLink(folder.resolve("logs/ingest.log"), full);
        noted = () -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        };
        var service = start("echo first; echo $WORD; exec sleep 600");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ingest    | ding", "its start is not noted"));
        service.handle().destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).until(() -> pids.size() == 2);
        service.close();
        service.awaitGone(GRACE);
    }

    private ServiceProcess start(String script) {
        return ServiceProcess.start(
                "ingest",
                List.of("sh", "-c", script),
                Map.of("WORD", "ding"),
                folder.resolve("logs/ingest.log"),
                new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false),
                started -> {
                    pids.add(started.handle().pid());
                    noted.run();
                });
    }
}

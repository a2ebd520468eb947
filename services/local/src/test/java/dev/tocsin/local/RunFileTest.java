package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir
    private Path data;

    @Test
    void stopsWhatAKilledRunLeftBehind() throws Exception {
        var left = new ProcessBuilder("sleep", "600").start();
        try {
            run(left.pid(), left.info().startInstant().orElseThrow()).write(data);

            assertThat(RunFile.stopLeftovers(data)).containsExactly("ingest");
            assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(RunFile.in(data)).doesNotExist();
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    void sparesAStrangerThatGotTheProcessId() throws Exception {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            run(stranger.pid(), Instant.now().minusSeconds(3600)).write(data);

            assertThat(RunFile.stopLeftovers(data)).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void findsNothing_whenTheLastRunEndedWell() {
        assertThat(RunFile.stopLeftovers(data)).isEmpty();
    }

    @Test
    void saysWhichFileIsDamaged() throws IOException {
        Files.writeString(RunFile.in(data), "{");

        assertThatThrownBy(() -> RunFile.stopLeftovers(data))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("run.json")
                .hasMessageContaining("delete it");
    }

    private static RunFile run(long pid, Instant started) {
        return new RunFile(
                "http://localhost:1",
                "localhost:2",
                "mongodb://localhost:3",
                true,
                1,
                List.of(new RunFile.Running("ingest", 4, pid, started)));
    }
}

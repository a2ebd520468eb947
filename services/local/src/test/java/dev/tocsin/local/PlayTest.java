package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayTest {
    private static final Path STORM = Path.of("/scenarios/storm");

    @TempDir
    private Path data;

    @Test
    void isAnotherOne_whenTheOneBeforeWasPlayedToItsEnd() {
        Play.begin(data, STORM, false).finish(data);

        assertThat(Play.begin(data, STORM, true).number()).isEqualTo(2);
    }

    @Test
    void isAnotherOne_whenTheOneBeforeWasStopped() {
        assertThat(Play.begin(data, STORM, false).number()).isEqualTo(1);
        assertThat(Play.begin(data, STORM, false).number()).isEqualTo(2);
    }

    @Test
    void goesOn_whenItWasKilled() {
        Play.begin(data, STORM, false);
        Play.begin(data, STORM, false);

        assertThat(Play.begin(data, STORM, true).number()).isEqualTo(2);
        assertThat(Play.begin(data, Path.of("/scenarios/flood"), true).number()).isEqualTo(3);
    }

    @Test
    void saysWhichFileItCannotRead() throws IOException {
        Files.writeString(data.resolve("play.json"), "{");

        assertThatThrownBy(() -> Play.begin(data, STORM, false))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("play.json");
    }
}

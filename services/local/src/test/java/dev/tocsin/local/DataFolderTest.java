package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isHeldByOneStackAtATime() {
        var data = folder.resolve("data");
        try (var held = DataFolder.open(data)) {
            assertThat(held.path()).isDirectory();
            assertThatThrownBy(() -> DataFolder.open(data))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("in use by another tocsin");
        }
        DataFolder.open(data).close();
    }

    @Test
    void isDeletedWhole_whenItIsOurs() throws IOException {
        var data = folder.resolve("data");
        try (var open = DataFolder.open(data)) {
            Files.createDirectories(open.broker());
            Files.writeString(open.broker().resolve("log"), "x");
        }

        assertThat(DataFolder.delete(data)).isTrue();
        assertThat(data).doesNotExist();
        assertThat(DataFolder.delete(data)).isFalse();
    }

    @Test
    void leavesAForeignFolderAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.delete(folder))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("holds other things");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void refusesAFormatItDoesNotRead() throws IOException {
        Files.writeString(folder.resolve("tocsin.format"), "99");

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("has the format '99'");
    }

    @Test
    void deletesAFormatItDoesNotReadAnyMore() throws IOException {
        Files.writeString(folder.resolve("tocsin.format"), "1");

        assertThat(DataFolder.delete(folder)).isTrue();
        assertThat(folder).doesNotExist();
    }

    @Test
    void refusesAFile() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("is a file");
    }
}

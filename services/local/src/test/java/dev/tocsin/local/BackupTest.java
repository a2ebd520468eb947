package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path folder;

    @Test
    void bringsAllDataBack_butNotWhatBelongsToARun() throws Exception {
        var data = folder.resolve("data");
        try (var open = DataFolder.open(data)) {
            Files.createDirectories(open.broker().resolve("empty"));
            Files.writeString(open.broker().resolve("log"), "messages");
            Files.createDirectories(open.log("x").getParent());
            Files.writeString(open.log("x"), "lines");
            AdminKey.in(data);
            assertThatThrownBy(() -> Backup.write(data, folder.resolve("b.zip")))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("in use");
        }
        Backup.write(data, folder.resolve("b.zip"));
        var again = folder.resolve("again");
        Backup.restore(folder.resolve("b.zip"), again);
        assertThat(again.resolve("broker/log")).hasContent("messages");
        assertThat(again.resolve("broker/empty")).isDirectory();
        assertThat(again.resolve("logs")).doesNotExist();
        assertThat(again.resolve("admin.key")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(folder.resolve("b.zip")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void writesOverNothing_andTakesNoOtherFile() throws Exception {
        var data = folder.resolve("data");
        DataFolder.open(data).close();
        var file = folder.resolve("b.zip");
        Backup.write(data, file);
        assertThatThrownBy(() -> Backup.write(data, file)).hasMessageContaining("is there already");
        assertThatThrownBy(() -> Backup.restore(file, data)).hasMessageContaining("is there already");
        Files.writeString(folder.resolve("x"), "no zip");
        assertThatThrownBy(() -> Backup.restore(folder.resolve("x"), folder.resolve("y")))
                .hasMessageContaining("is no backup");
        assertThatThrownBy(() -> Backup.write(folder.resolve("none"), folder.resolve("c.zip")))
                .hasMessageContaining("no data");
    }
}

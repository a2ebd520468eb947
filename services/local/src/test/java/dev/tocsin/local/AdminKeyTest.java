package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminKeyTest {
    @TempDir
    private Path data;

    @Test
    void isMadeForItsOwnerAlone_andKeptOverRestarts() throws Exception {
        var file = AdminKey.in(data);
        var key = Files.readString(file);

        assertThat(file.getFileName()).hasToString("admin.key");
        assertThat(key.strip()).matches("tocsin_local_[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(AdminKey.in(data))).isEqualTo(key);
        assertThat(data).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void isClosedAgain_whenSomebodyOpenedIt() throws Exception {
        var file = AdminKey.in(data);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(AdminKey.in(data))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesEachSecretAnew() {
        assertThat(Secrets.fresh()).isNotEqualTo(Secrets.fresh());
        assertThat(Secrets.code()).matches("([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}");
    }
}

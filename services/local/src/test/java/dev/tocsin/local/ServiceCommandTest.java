package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {
    private static final Service SERVICE = Service.ALL.getFirst();
    private static final Service PATIENT =
            Service.ALL.stream().filter(Service::patient).findFirst().orElseThrow();

    @TempDir
    private Path root;

    @BeforeEach
    void packaged() throws IOException {
        for (var folder : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            Files.createDirectories(PATIENT.app(root).resolve(folder));
        }
        for (var jar : List.of("lib/main/b.jar", "lib/main/a.jar", "lib/boot/z.jar", "app/y.jar", "quarkus/x.jar")) {
            var file = SERVICE.app(root).resolve(jar);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        Files.createFile(SERVICE.app(root).resolve("quarkus/quarkus-application.dat"));
        Files.createFile(SERVICE.jar(root));
    }

    @Test
    void looksForClassesWhereQuarkusWould_inTheSameOrderEachTime() {
        var command = command(false).of(SERVICE);
        var path = command.get(command.indexOf("-cp") + 1).split(":");

        assertThat(path)
                .extracting(jar -> Path.of(jar).getFileName().toString())
                .containsExactly("x.jar", "y.jar", "z.jar", "a.jar", "b.jar");
        assertThat(command).endsWith(SERVICE.main());
    }

    @Test
    void remembersOnlyWhatWasRehearsed() throws IOException {
        assertThat(command(false).of(SERVICE)).noneMatch(option -> option.startsWith("-XX:AOT"));

        Files.createFile(SERVICE.cache(root));
        Files.setLastModifiedTime(SERVICE.jar(root), FileTime.fromMillis(1_000));

        assertThat(command(false).of(SERVICE)).contains("-XX:AOTCache=" + SERVICE.cache(root));
        assertThat(command(true).of(SERVICE))
                .contains("-XX:AOTMode=record")
                .noneMatch(option -> option.startsWith("-XX:AOTCache"));

        Files.setLastModifiedTime(SERVICE.cache(root), FileTime.fromMillis(500));

        assertThat(command(false).of(SERVICE)).noneMatch(option -> option.startsWith("-XX:AOT"));
    }

    @Test
    void letsOthersGoFirst_whereItIsPatient() {
        assertThat(command(false).of(PATIENT)).startsWith("nice", "-n", "10");
        assertThat(command(false).of(SERVICE).getFirst()).endsWith("java");
    }

    private ServiceCommand command(boolean rehearsal) {
        return new ServiceCommand(root, Ports.fixed(), rehearsal);
    }
}

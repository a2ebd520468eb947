package dev.tocsin.classify.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tocsin.contracts.TopicPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackFolderTest {
    private static final Path PACKS = Path.of("src/test/resources/packs");

    @Test
    void readsEveryPack_whenTheyAreRight() throws InvalidPackException {
        assertThat(PackFolder.read(PACKS.resolve("right"))).singleElement().satisfies(pack -> {
            assertThat(pack.id()).isEqualTo("floods");
            assertThat(pack.titleBoost()).isEqualTo(1.5);
            assertThat(pack.signals()).extracting(TopicPack.Signal::id).containsExactly("flood");
            assertThat(pack.examples().match()).hasSize(1);
        });
    }

    @Test
    void readsThePackOfTheManual(@TempDir Path folder) throws Exception {
        var manual = Files.readString(Path.of(System.getProperty("tocsin.root")).resolve("docs/topic-packs.md"));
        var pack = manual.substring(manual.indexOf("```yaml\n") + 8);
        Files.writeString(folder.resolve("floods.yaml"), pack.substring(0, pack.indexOf("```")));

        assertThat(PackFolder.read(folder).getFirst().signals())
                .extracting(TopicPack.Signal::id)
                .contains("overflow", "figure-of-speech");
    }

    /** Each file says in its first line what is to be said of it. */
    @ParameterizedTest
    @MethodSource("wrongPacks")
    void saysFileKeyAndReasonInOneLine_whenAPackIsWrong(Path pack, @TempDir Path folder) throws IOException {
        var expected = Files.readString(pack, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElseThrow()
                .substring("# expect: ".length());
        Files.copy(pack, folder.resolve(pack.getFileName()));

        assertThatExceptionOfType(InvalidPackException.class)
                .isThrownBy(() -> PackFolder.read(folder))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith(folder.resolve(pack.getFileName()).toString())
                        .contains(expected)
                        .doesNotContain("\n"));
    }

    static Stream<Path> wrongPacks() {
        try (var files = Files.list(PACKS.resolve("wrong"))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesBothFiles_whenTwoPacksHaveOneId(@TempDir Path folder) throws IOException {
        var right = PACKS.resolve("right/floods.yaml");
        Files.copy(right, folder.resolve("a.yaml"));
        Files.copy(right, folder.resolve("b.yml"));

        assertThatExceptionOfType(InvalidPackException.class)
                .isThrownBy(() -> PackFolder.read(folder))
                .withMessageContaining("b.yml line 1: 'id' 'floods' is the id of ")
                .withMessageContaining("a.yaml too");
    }

    @Test
    void saysWhichSettingToMend_whenTheFolderIsMissingOrEmpty(@TempDir Path empty) {
        assertThatExceptionOfType(InvalidPackException.class)
                .isThrownBy(() -> PackFolder.read(empty.resolve("none")))
                .withMessageContaining("no such folder of topic packs: set TOCSIN_CLASSIFY_PACKS");
        assertThatExceptionOfType(InvalidPackException.class)
                .isThrownBy(() -> PackFolder.read(empty))
                .withMessageContaining("holds no topic packs (*.yaml): set TOCSIN_CLASSIFY_PACKS");
    }
}

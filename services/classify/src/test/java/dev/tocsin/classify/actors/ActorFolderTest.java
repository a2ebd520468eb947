package dev.tocsin.classify.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorFolderTest {
    @TempDir
    private Path folder;

    @Test
    void findsAnAlias_whenSomebodyAddedIt_andNoneThatIsWithdrawn() throws IOException, InvalidActorsException {
        write(
                """
                addedBy: Tests
                actors:
                  - id: ada-invented
                    type: person
                    name: Ada Invented
                    family: [Invented, Inventova]
                    added: [{alias: The Countess, by: desk, on: 2026-02-03}]
                    withdrawn: [{alias: inventova, by: desk}]
                """);

        var mentions = Actors.read(folder).find("en", null, "Ada Invented, The Countess; not Inventova.");

        assertThat(mentions.all()).extracting(Mention::spelling).containsExactly("Ada Invented", "The Countess");
    }

    @Test
    void findsAnAlias_inItsLanguageOnly() throws IOException, InvalidActorsException {
        write(
                """
                addedBy: Tests
                actors:
                  - {id: q, type: organisation, name: Quite Invented, aliases: {it: [QI], en: [Q. Invented]}}
                """);
        var actors = Actors.read(folder);

        assertThat(actors.find("it", null, "La QI tace.").all()).hasSize(1);
        assertThat(actors.find("en", null, "The QI of it.").all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            actors: []                                                          | line 1: the file has no 'addedBy'
            addedBy: T;actors: [{id: a, type: king, name: A}]                   | line 2: 'actors.0' 'type' is 'king'
            addedBy: T;actors:;- {id: a, name: A}                               | line 3: 'actors.0.type' is missing
            addedBy: T;actors:;- {id: a, type: person, name: A, nick: B}        | line 3: 'actors.0.nick' is no key here
            addedBy: T;actors:;- {id: a, type: person, name: A, state: XX}      | line 3: 'actors.0.state' 'XX' is the country of no state here
            addedBy: T;actors:;- {id: a, type: person, name: A, organisation: o} | line 3: 'actors.0.organisation' 'o' is no id here
            addedBy: T;actors:;- {id: a, type: state, name: A};- {id: a, type: state, name: B} | line 4: 'actors.1.id' 'a' is an id of
            addedBy: T;places:;- {id: p, name: P, lat: 91}                      | line 3: 'places.0' 'lat' and 'lon' are
            addedBy: T;places:;- {id: p, name: P, lat: north}                   | line 3: 'places.0.lat' has a wrong value
            addedBy: T;addedBy: U                                               | line 2: is not YAML
            addedBy: T;actors: [                                                | is not YAML
            """)
    void saysFileLineKeyAndReason_whenAListIsWrong(String yaml, String reason) throws IOException {
        write(yaml.replace(';', '\n'));

        assertThatExceptionOfType(InvalidActorsException.class)
                .isThrownBy(() -> Actors.read(folder))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith(folder.resolve("list.yaml").toString())
                        .contains(reason)
                        .doesNotContain("\n"));
    }

    @Test
    void saysWhichSettingToMend_whenThereAreNone() {
        assertThatExceptionOfType(InvalidActorsException.class)
                .isThrownBy(() -> Actors.read(folder))
                .withMessageContaining("holds no actors (*.yaml): set TOCSIN_CLASSIFY_ACTORS");
        assertThatExceptionOfType(InvalidActorsException.class)
                .isThrownBy(() -> Actors.read(folder.resolve("none")))
                .withMessageContaining("no such folder of actors: set TOCSIN_CLASSIFY_ACTORS");
    }

    @Test
    void saysFileAndReason_whenALanguageIsWrong() throws IOException {
        write("addedBy: T\nactors: [{id: a, type: person, name: A}]\n");
        Files.createDirectories(folder.resolve("languages"));
        Files.writeString(folder.resolve("languages/xx.yaml"), "language: xx\nendings: [a]\n");

        assertThatExceptionOfType(InvalidActorsException.class)
                .isThrownBy(() -> Actors.read(folder))
                .withMessageContaining("xx.yaml line 1: the file has no 'nominative'");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("list.yaml"), yaml);
    }
}

package dev.tocsin.classify.actors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that the project comes with. */
class ListedActorsTest {
    private static Actors actors;

    @BeforeAll
    static void read() throws InvalidActorsException {
        actors = Actors.read(Path.of(System.getProperty("tocsin.root"), "actors"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tokayev",
                "Tokaev",
                "Tokajev",
                "Toqaev",
                "Tokajew",
                "Tokaïev",
                "Токаев",
                "Тоқаев",
                "TOKAYEV",
                "Kassym-Jomart Tokayev",
                "Qasym-Jomart Toqaev",
                "Kassym Jomart Tokayev",
                "Kassym-Zhimart Tokayev",
                "Kasym-Żomart Tokajew",
                "Касым-Жомарт Токаев",
                "K. Tokayev",
                "ტოკაევი"
            })
    void knowsAPerson_howeverTheNameIsSpelt(String name) {
        assertThat(actors.find("en", null, "Yesterday " + name + " spoke.").all())
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.entity().name()).isEqualTo("Kassym-Jomart Tokayev");
                    assertThat(m.spelling()).isEqualTo(name);
                });
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            Alexander Lukashenko,  Lukashenko Lukaschenko Łukaszenka Loukachenko Лукашенко Лукашэнка Lukašenko
            Nikol Pashinyan,       Pashinyan Pasinyan Pachinian Paschinjan Пашинян
            Nursultan Nazarbayev,  Nazarbayev Nazarbaev Nazarbajev Nasarbajew Назарбаев
            Kazakhstan,            Kazakhstan Kazakistan Kazajistán Kasachstan Kazajstán Kazachstan Казахстан Қазақстан
            Almaty,                Almaty Alma-Ata Алматы Алма-Ата
            Mangystau,             Mangystau Manghyystau Mangghystau Мангистау Маңғыстау
            Astana,                Nur-Sultan Astana
            """)
    void knowsEverySpelling(String name, String spellings) {
        for (var spelling : spellings.split(" ")) {
            assertThat(actors.find("en", null, "In " + spelling + ".").all())
                    .as(spelling)
                    .extracting(m -> m.entity().name())
                    .containsExactly(name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            ru, Казахстана Казахстану Казахстаном Казахстане,            Kazakhstan
            ru, Токаева Токаеву Токаевым Токаеве,                        Kassym-Jomart Tokayev
            ru, России Россию Россией,                                   Russia
            ru, турецкий турецкого турецкой турецкими,                   Turkey
            uk, Казахстану Казахстаном Казахстані,                       Kazakhstan
            uk, Росії Росією російський російського,                     Russia
            pl, Kazachstanie Kazachstanu Kazachstanem,                   Kazakhstan
            pl, Tokajewa Tokajewem Tokajewowi,                           Kassym-Jomart Tokayev
            pl, rosyjski rosyjskich rosyjscy Rosji Rosją,                Russia
            de, Kasachstan Kasachstans kasachische kasachischen,         Kazakhstan
            de, Lukaschenko Lukaschenkos,                                Alexander Lukashenko
            kk, Қазақстан Қазақстанның Қазақстанға Қазақстанда,          Kazakhstan
            kk, Тоқаевтың Тоқаевқа,                                      Kassym-Jomart Tokayev
            it, turco turca turchi turche Turchia,                       Turkey
            fr, russe russes Russie,                                     Russia
            es, kazajo kazajos kazaja Kazajistán,                        Kazakhstan
            cs, Kazachstánu Kazachstánem,                                Kazakhstan
            """)
    void knowsInflectedForms(String language, String forms, String name) {
        for (var form : forms.split(" ")) {
            assertThat(actors.find(language, null, "2020: " + form).all())
                    .as(form)
                    .extracting(m -> m.entity().name())
                    .containsExactly(name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            tr | Kazakistan'ın, Rusya'ya                        | Kazakhstan, Russia
            fr | l’Ouzbékistan et d'Italie                      | Uzbekistan, Italy
            ar | كازاخستان                                       | Kazakhstan
            ja | カザフスタンで                                      | Kazakhstan
            zh | 中国外交部                                        | China
            hy | Ղազախստան                                      | Kazakhstan
            mn | Казахстан                                      | Kazakhstan
            fi | Kazakstan                                      | Kazakhstan
            """)
    void knowsStatesInEveryLanguage(String language, String text, String names) {
        assertThat(actors.find(language, null, text).all())
                .extracting(m -> m.entity().name())
                .containsExactly(names.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | they told us that a turkey is no china
            en | the price of gas; Price rises
            en | a chat with Louis XI
            ru | Того, кто пришёл первым, ждёт награда
            tr | Mali yardım, benin arkadaşım
            pl | Miała długie włosy
            it | Male, molto male
            it | Maurizio Landini all'Ateneo
            en | Jerry O'Sullivan of the Americas
            """)
    void doesNotTakeOtherWordsForNames(String language, String text) {
        assertThat(actors.find(language, null, text).all()).isEmpty();
    }

    @Test
    void tellsWhoIsMeant_whenTwoShareAFamilyName() {
        assertThat(actors.find("en", null, "Akylbek Japarov met Sadyr Japarov; Japarov left.")
                        .all())
                .extracting(m -> m.entity().name())
                .containsExactly("Akylbek Japarov", "Sadyr Japarov", "Sadyr Japarov");
    }

    @Test
    void findsACommonFamilyName_onlyWithTheGivenOne() {
        assertThat(actors.find("en", null, "Johnson waited. Boris Johnson did not.")
                        .all())
                .extracting(Mention::spelling)
                .containsExactly("Boris Johnson");
    }

    @Test
    void takesTheLongestName_andPointsAtIt() {
        var text = "Troops of the Collective Security Treaty Organization left Shymkent for Moscow.";

        var mentions = actors.find("en", "CSTO leaves", text);

        assertThat(mentions.in(Field.TITLE)).extracting(Mention::spelling).containsExactly("CSTO");
        assertThat(mentions.actors())
                .containsExactly(new Actor("csto", "organisation", "Collective Security Treaty Organization", 14, 53));
        assertThat(mentions.places())
                .extracting(Place::name, Place::country, p -> text.substring(p.start(), p.end()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Shymkent", "KZ", "Shymkent"),
                        org.assertj.core.groups.Tuple.tuple("Moscow", "RU", "Moscow"));
        assertThat(mentions.places()).allSatisfy(p -> assertThat(p.lat()).isBetween(40.0, 60.0));
    }

    @Test
    void saysThatAStateIsNamedByItsAdjective() {
        assertThat(actors.find("en", null, "Turkish officials in Turkey").all())
                .extracting(Mention::demonym)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Tokayev ", "1 ", "a\u0301\u0302\u0303", "\u202e\u200fА ", "New New York ", "U.S. "})
    void isQuick_whateverTheText(String piece) {
        var text = piece.repeat(10_000_000 / piece.length());
        for (int i = 0; i < 20; i++) {
            // what is measured is the text, not a cold start
            actors.find("ru", null, piece.repeat(100));
        }
        long start = System.nanoTime();

        actors.find("ru", text, text);

        assertThat((System.nanoTime() - start) / 1_000_000).as("ms").isLessThan(200);
    }
}

package dev.tocsin.classify.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.InvalidActorsException;
import dev.tocsin.contracts.Reaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of our own; what they tell never happened. */
class ToldReactionsTest {
    private static Actors actors;
    private static Reactions reactions;

    @BeforeAll
    static void read() throws InvalidActorsException {
        actors = Actors.read(Path.of(System.getProperty("tocsin.root"), "actors"));
        reactions = new Reactions(actors);
    }

    /** The file has a line a text: language, who and which stance, the text; \n is a new line. */
    @ParameterizedTest
    @CsvFileSource(resources = "/reactions-told.tsv", delimiter = '\t', quoteCharacter = '\0')
    void tellsWhoTakesWhichStance(String language, String expected, String text) {
        assertThat(find(language, null, text.replace("\\n", "\n")))
                .extracting(r -> r.actor() + " " + r.stance())
                .containsExactlyInAnyOrder(expected.equals("-") ? new String[0] : expected.split("; "));
    }

    /** A release speaks of itself as "we"; a paper that is named after somebody does not. */
    @ParameterizedTest
    @CsvSource({
        "Antony Blinken, , Antony Blinken (United States)",
        "Press Office, U.S. Department of State, United States Department of State (United States)",
        ", NATO, NATO",
        "Ann Author, EU Observer Weekly, ",
        ", Reuters, ",
    })
    void knowsWhoSaysWe_whenTheArticleTellsItsAuthor(
            @Nullable String author, @Nullable String source, @Nullable String actor) {
        var text = "We condemn the violence in Kazakhstan. It must stop.";

        var found = reactions.find("en", null, text, actors.find("en", null, text), new Byline(author, source));

        assertThat(found)
                .extracting(Reaction::actor)
                .containsExactlyElementsOf(actor == null ? List.of() : List.of(actor));
    }

    @Test
    void takesTheTextsOwnWordForItsSpeaker_whateverTheByline() {
        var text = "“We condemn the violence in Kazakhstan,” said Josep Borrell.";

        assertThat(reactions.find("en", null, text, actors.find("en", null, text), new Byline(null, "NATO")))
                .extracting(Reaction::actor)
                .containsExactly("Josep Borrell (European Union)");
    }

    @Test
    void pointsAtTheWords() {
        var text = "Unrest in Kazakhstan. On Friday the Japanese foreign ministry condemned it.";

        var reaction = find("en", null, text).getFirst();

        assertThat(reaction.quote()).isEqualTo("the Japanese foreign ministry condemned it");
        assertThat(text.substring(reaction.start(), reaction.end())).isEqualTo(reaction.quote());
        assertThat(reaction.code()).isEqualTo("111");
        assertThat(reaction.towards()).isEqualTo("Kazakhstan");
    }

    /** Whoever condemns what others do to a state is not against that state. */
    @ParameterizedTest
    @CsvSource({
        "en, China rejects any attempt from outside to disturb the country's stability, ",
        "en, China condemned US interference in Kazakhstan, United States",
        "en, China condemned all meddling by the United States in Kazakhstan, United States",
        "en, China condemned the crackdown in Kazakhstan, Kazakhstan",
        "it, La Cina condanna ogni ingerenza negli affari del Kazakistan, ",
        "ru, Китай осудил попытки дестабилизировать Казахстан, ",
        "de, China verurteilte jede Einmischung in Kasachstan, ",
        "fr, La Chine a condamné toute ingérence au Kazakhstan, ",
    })
    void tellsAgainstWhom_whenOthersMeddle(String language, String text, @Nullable String towards) {
        var title = Map.of(
                "en",
                "Unrest in Kazakhstan.",
                "it",
                "Proteste in Kazakistan.",
                "ru",
                "Протесты в Казахстане.",
                "de",
                "Unruhen in Kasachstan.",
                "fr",
                "Troubles au Kazakhstan.");

        assertThat(find(language, null, title.get(language) + " " + text + "."))
                .filteredOn(r -> r.stance().equals("condemns"))
                .singleElement()
                .extracting(Reaction::towards)
                .isEqualTo(towards);
    }

    @Test
    void findsWhatOnlyTheTitleTells_withEmptyOffsets() {
        assertThat(find("en", "Japan condemns unrest in Kazakhstan", "Shops were closed."))
                .singleElement()
                .satisfies(r -> assertThat(List.of(r.start(), r.end())).containsExactly(0, 0));
    }

    @Test
    void saysNothing_whereTheLanguageHasNoLexicon() {
        assertThat(find("fi", null, "Japani tuomitsi Kazakstanin.")).isEmpty();
        assertThat(find("not a tag", null, "Japan condemned Kazakhstan.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en", "it", "ru", "fr", "de", "es", "cs", "zh"})
    void hasALexicon(String language) {
        assertThat(Lexicon.of(language)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Japan condemned Kazakhstan. ",
                "Japan, ",
                "condemned ",
                "call call for ",
                "of the of the Kazakhstan ",
                "We condemn. ",
                "A: B: ",
                "x",
                "\u0301"
            })
    void isQuick_whateverTheText(String piece) {
        var text = piece.repeat(10_000_000 / piece.length());
        for (int i = 0; i < 20; i++) {
            // what is measured is the text, not a cold start
            find("en", null, piece.repeat(20));
        }
        var mentions = actors.find("en", text, text);
        long start = System.nanoTime();

        reactions.find("en", text, text, mentions);

        assertThat((System.nanoTime() - start) / 1_000_000).as("ms").isLessThan(200);
    }

    private static List<Reaction> find(String language, @Nullable String title, String text) {
        return reactions.find(language, title, text, actors.find(language, title, text));
    }
}

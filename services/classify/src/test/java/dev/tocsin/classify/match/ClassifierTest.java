package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TopicPack.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final String NO_TITLE = null;

    @Nested
    class Terms {
        @Test
        void matchAnyForm_whenTheLanguageHasAnAnalyzer() {
            assertThat(fires("en", "protest", "They were protesting all night."))
                    .isTrue();
            assertThat(fires("it", "manifestante", "I manifestanti sono in piazza."))
                    .isTrue();
            assertThat(fires("ru", "протест", "О протестах сообщили вечером.")).isTrue();
            assertThat(fires("fr", "manifestation", "Des manifestations ont eu lieu."))
                    .isTrue();
            assertThat(fires("de", "Demonstrant", "Die Demonstranten zogen ab."))
                    .isTrue();
        }

        @Test
        void matchWordsAsTheyStand_whenTheLanguageHasNone() {
            assertThat(fires("kk", "наразылық", "Қалада наразылық басталды.")).isTrue();
            assertThat(fires("kk", "наразылық", "Наразылықтан кейін.")).isFalse();
            assertThat(fires("kk", "наразылық*", "Наразылықтан кейін.")).isTrue();
        }

        @Test
        void areNotSoughtInOtherLanguages() {
            assertThat(fires("it", "piazza", "La folla in piazza.", "fr")).isFalse();
        }

        @Test
        void areSoughtInAllLanguages_whenTheyAreNames() {
            for (var language : List.of("en", "ru", "ja", "und", "sr-Latn")) {
                assertThat(fires("mul", "ODKB", "… ODKB …", language)).isTrue();
            }
        }

        @Test
        void foldCaseAndAccents_whenTheyAreNames() {
            assertThat(fires("mul", "Tokaiev", "le président Tokaïev", "fr")).isTrue();
            assertThat(fires("mul", "Королев", "Сергей Королёв", "ru")).isTrue();
            assertThat(fires("mul", "Kazakhstan", "Kazakhstan’s army", "en")).isTrue();
            assertThat(fires("mul", "OTSC", "les troupes de l'OTSC", "fr")).isTrue();
            assertThat(fires("mul", "istanbul", "İSTANBUL", "tr")).isTrue();
        }

        @Test
        void mustAllOccur_whenSideBySide() {
            assertThat(fires("en", "city hall", "The hall of the city")).isTrue();
            assertThat(fires("en", "city hall", "The hall")).isFalse();
        }

        @Test
        void followLucenesSyntax() {
            assertThat(fires("en", "\"city hall\"", "the hall of the city")).isFalse();
            assertThat(fires("en", "\"troops Kazakhstan\"~3", "troops were sent to Kazakhstan"))
                    .isTrue();
            assertThat(fires("en", "(troops OR soldiers) AND Almaty", "soldiers in Almaty"))
                    .isTrue();
            assertThat(fires("en", "strike NOT air", "an air strike")).isFalse();
            assertThat(fires("en", "strike NOT air", "a strike")).isTrue();
            assertThat(fires("en", "demonstrat*", "Demonstrators left")).isTrue();
            assertThat(fires(
                            "en",
                            "fn:maxwidth(6 fn:unordered(fn:or(troops soldiers) almaty))",
                            "in Almaty, more soldiers"))
                    .isTrue();
        }

        @Test
        void areSoughtInTitleAndTextApart() {
            var classifier = classifier(pack(List.of(signal("s", 0.9, "en", "troops AND almaty")), List.of()));

            assertThat(classifier.classify("Troops", "Almaty", "en")).isEmpty();
        }
    }

    @Nested
    class Proof {
        @Test
        void countsInUtf16Units_whenThereAreEmojiBefore() {
            var text = "🔥🔥 Ночью протесты продолжились.";

            var evidence = evidence(pack(List.of(signal("s", 0.9, "ru", "протест")), List.of()), NO_TITLE, text, "ru");

            assertThat(evidence).singleElement().satisfies(e -> {
                assertThat(text.substring(e.start(), e.end())).isEqualTo("протесты");
                assertThat(e.term()).isEqualTo("протест");
                assertThat(e.signal()).isEqualTo("s");
                assertThat(e.field()).isEqualTo(Field.TEXT);
            });
        }

        @Test
        void coversTheWholePhrase_whenThereAreWordsBetween() {
            var text = "Russian troops were sent to Kazakhstan today.";

            var evidence = evidence(
                    pack(List.of(signal("s", 0.9, "en", "\"troops Kazakhstan\"~3")), List.of()), NO_TITLE, text, "en");

            assertThat(evidence).singleElement().satisfies(e -> assertThat(text.substring(e.start(), e.end()))
                    .isEqualTo("troops were sent to Kazakhstan"));
        }

        @Test
        void namesTitleFirst_whenBothMatch() {
            var evidence =
                    evidence(pack(List.of(signal("s", 0.5, "en", "riot")), List.of()), "Riots", "A riot began.", "en");

            assertThat(evidence).extracting(Evidence::field).containsExactly(Field.TITLE, Field.TEXT);
        }

        @Test
        void isBounded_whenATermIsEverywhere() {
            var pack = pack(List.of(signal("s", 0.9, "en", "riot")), List.of());

            assertThat(evidence(pack, NO_TITLE, "riot ".repeat(500), "en")).hasSize(3);
        }

        @Test
        void isGivenOnce_whenTwoTermsOfASignalMatchTheSameWord() {
            var pack = pack(List.of(signal("s", 0.9, "en", "riot", "riot*")), List.of());

            assertThat(evidence(pack, NO_TITLE, "A riot.", "en")).hasSize(1);
        }

        @Test
        void holdsOnlyWhatSpeaksForTheTopic() {
            var pack =
                    pack(List.of(signal("for", 0.9, "en", "riot"), signal("against", -0.1, "en", "game")), List.of());

            assertThat(evidence(pack, NO_TITLE, "A riot after the game.", "en"))
                    .extracting(Evidence::signal)
                    .containsExactly("for");
        }
    }

    @Nested
    class Points {
        private final Signal strong = signal("strong", 0.6, "en", "riot");
        private final Signal weak = signal("weak", 0.5, "en", "police");
        private final Signal against = signal("against", -0.5, "en", "football");

        @Test
        void combineAsIndependentChances() {
            assertThat(score("riot police")).isCloseTo(1 - 0.4 * 0.5, within(1e-9));
        }

        @Test
        void countASignalOnce_whenItFiresOften() {
            assertThat(score("riot riot riots")).isCloseTo(0.6, within(1e-9));
        }

        @Test
        void loseTheirShare_whenASignalSpeaksAgainst() {
            assertThat(score("riot at the football")).isCloseTo(1 - 0.4 / 0.5, within(1e-9));
        }

        @Test
        void areNotOutweighed_whenMoreSpeaksForThanAgainst() {
            assertThat(score("riot police at the football")).isCloseTo(1 - 0.4 * 0.5 / 0.5, within(1e-9));
        }

        @Test
        void areNeverBelowZero_whenMoreSpeaksAgainst() {
            assertThat(score("police at the football")).isZero();
            assertThat(score("football")).isZero();
        }

        @Test
        void countForNothing_whenThereIsAVeto() {
            var pack = pack(List.of(signal("s", 1.0, "en", "riot"), signal("veto", -1.0, "en", "game")), List.of());
            assertThat(classifier(pack)
                            .scores(NO_TITLE, "riot game", "en")
                            .getFirst()
                            .value())
                    .isZero();
        }

        @Test
        void areBoosted_whenASignalFiresInTheTitle() {
            var pack = pack(List.of(weak), List.of());
            assertThat(classifier(pack).scores("Police", "", "en").getFirst().value())
                    .isCloseTo(0.75, within(1e-9));
        }

        @Test
        void neverReachOne_whenTheBoostIsLarge() {
            var pack = pack(List.of(signal("s", 0.9, "en", "riot")), List.of());
            assertThat(classifier(pack).scores("Riot", "", "en").getFirst().value())
                    .isCloseTo(0.99, within(1e-9));
        }

        @Test
        void countLess_whenTheyFireOnlyBehindTheLead() {
            var before = "A word. ".repeat(200);
            var classifier = classifier(
                    pack(List.of(signal("s", 0.5, "en", "riot"), signal("t", 0.5, "en", "curfew")), List.of()));

            assertThat(score(classifier, "A riot. " + before)).isCloseTo(0.5, within(1e-9));
            assertThat(score(classifier, "A riot. " + before + "A riot.")).isCloseTo(0.5, within(1e-9));
            assertThat(score(classifier, before + "A riot.")).isCloseTo(0.3, within(1e-9));
            assertThat(score(classifier, before + "A riot, a curfew.")).isCloseTo(0.51, within(1e-9));

            var doubted = pack(List.of(signal("s", 0.5, "en", "riot"), signal("n", -0.5, "en", "game")), List.of());
            assertThat(score(classifier(doubted), "A riot, a game. " + before)).isZero();
            assertThat(score(classifier(doubted), "A riot. " + before + "A game."))
                    .isCloseTo(1 - 0.5 / 0.7, within(1e-9));
            var denied = pack(List.of(signal("s", 0.5, "en", "riot"), signal("n", -1, "en", "game")), List.of());
            assertThat(score(classifier(denied), "A riot. " + before + "A game."))
                    .isZero();
        }

        @Test
        void doNotSuffice_whenARequiredGroupIsMissing() {
            var pack = pack(List.of(strong, weak), List.of(List.of("weak", "strong"), List.of("weak")));
            var classifier = classifier(pack);

            assertThat(classifier.classify(NO_TITLE, "a riot", "en")).isEmpty();
            assertThat(classifier.scores(NO_TITLE, "a riot", "en").getFirst().missing())
                    .containsExactly(List.of("weak"));
            assertThat(classifier.classify(NO_TITLE, "riot police", "en")).hasSize(1);
        }

        @Test
        void putTheBestTopicFirst() {
            var low = pack("low", List.of(weak), List.of());
            var high = pack("high", List.of(strong), List.of());

            assertThat(classifier(low, high).classify(NO_TITLE, "riot police", "en"))
                    .extracting(h -> h.topic() + " " + h.version())
                    .containsExactly("high 7", "low 7");
        }

        private double score(String text) {
            return score(classifier(pack(List.of(strong, weak, against), List.of())), text);
        }

        private static double score(Classifier classifier, String text) {
            return classifier.scores(NO_TITLE, text, "en").getFirst().value();
        }
    }

    private static boolean fires(String language, String term, String text) {
        return fires(language, term, text, language);
    }

    private static boolean fires(String language, String term, String text, String textLanguage) {
        var pack = pack(List.of(signal("s", 0.9, language, term)), List.of());
        return !classifier(pack).classify(NO_TITLE, text, textLanguage).isEmpty();
    }

    private static List<Evidence> evidence(TopicPack pack, String title, String text, String language) {
        return classifier(pack).classify(title, text, language).getFirst().evidence();
    }

    private static Classifier classifier(TopicPack... packs) {
        try {
            return Classifier.of(List.of(packs));
        } catch (BadTermException e) {
            throw new AssertionError(e);
        }
    }

    private static TopicPack pack(List<Signal> signals, List<List<String>> requires) {
        return pack("topic", signals, requires);
    }

    private static TopicPack pack(String id, List<Signal> signals, List<List<String>> requires) {
        return new TopicPack(id, 7, Map.of("en", id), null, List.of(), 0.5, 1.5, signals, requires, null);
    }

    private static Signal signal(String id, double weight, String language, String... terms) {
        return new Signal(id, weight, Map.of(language, List.of(terms)));
    }
}

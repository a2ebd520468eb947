package dev.tocsin.classify.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.classify.match.Classifier;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A pack of floods, whose word "flood" the press uses for letters too, and which takes "letters" too lightly. */
class LearnerTest {
    private static final List<TopicPack.Signal> SIGNALS = List.of(
            signal("flood", 0.7, "flood"),
            signal("water", 0.3, "water"),
            signal("letters", -0.2, "letters"),
            signal("parade", -1, "parade"),
            signal("unused", 0.5, "unheard"));

    @Nested
    class WithEnoughVerdicts {
        private final List<JudgedText> texts = verdicts(20, 20);
        private final Proposal proposal = propose(pack(SIGNALS), texts);

        @Test
        void weighsWhatSpokeAgainstTheTopicMore_andIsBetterForIt() {
            assertThat(proposal.changed()).isTrue();
            assertThat(number("letters").after()).isLessThan(number("letters").before());
            assertThat(proposal.before().precision()).isEqualTo(0.5);
            assertThat(proposal.after()).isEqualTo(new Figures(1.0, 1.0, 1));
            assertThat(proposal.unseen()).isEqualTo(new Figures(1.0, 1.0, 1));
            assertThat(proposal.folds()).isEqualTo(5);
            assertThat(proposal.words())
                    .isEqualTo("On stories it had not seen it does better: F1 1.00 instead of 0.67.");
        }

        @Test
        void isTheNextVersionOfThePack_whichSaysHowItCame() throws Exception {
            var next = proposal.pack();
            assertThat(next.version()).isEqualTo(4);
            assertThat(next.note()).contains("version 3", "40 verdicts (20 relevant, 20 irrelevant)");
            assertThat(next.requires()).isEqualTo(pack(SIGNALS).requires());
            assertThat(next.signals()).extracting(TopicPack.Signal::id).containsExactlyElementsOf(ids());
            assertThat(next.signals().stream().map(TopicPack.Signal::weight))
                    .containsExactlyElementsOf(proposal.signals().stream()
                            .map(Proposal.Number::after)
                            .toList());
            var classifier = Classifier.of(List.of(next));
            assertThat(texts).allSatisfy(t -> assertThat(classifier.classify(t.title(), t.text(), t.language()))
                    .hasSize(t.relevant() ? 1 : 0));
        }

        @Test
        void countsInHowManyTextsEachSignalFired() {
            assertThat(number("flood"))
                    .extracting(n -> n.relevant(), n -> n.irrelevant())
                    .containsExactly(20, 20);
            assertThat(number("letters"))
                    .extracting(n -> n.relevant(), n -> n.irrelevant())
                    .containsExactly(0, 20);
            assertThat(proposal.threshold())
                    .extracting(n -> n.relevant(), n -> n.irrelevant())
                    .containsExactly(20, 20);
        }

        @Test
        void leavesAloneWhatNeverFired_andWhatIsARule() {
            assertThat(number("unused").after()).isEqualTo(0.5);
            assertThat(number("parade").after()).isEqualTo(-1);
        }

        @Test
        void staysWithinThePacksBounds_andKeepsEachSign() {
            for (var number : proposal.signals()) {
                assertThat(Math.signum(number.after())).isEqualTo(Math.signum(number.before()));
                assertThat(Math.abs(number.after())).isBetween(0.01, 1.0);
            }
            assertThat(proposal.threshold().after()).isBetween(0.05, 0.99);
        }

        @Test
        void saysTheSame_inWhateverOrderTheVerdictsCome() {
            assertThat(propose(pack(SIGNALS), texts.reversed())).isEqualTo(proposal);
        }

        private Proposal.Number number(String id) {
            return proposal.signals().stream()
                    .filter(n -> n.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void saysWhatIsMissing_whenThereAreTooFew() throws Exception {
        assertThat(words(1, 0))
                .isEqualTo(
                        "Of each kind 10 stories must have been judged. 1 story is judged relevant and 0 irrelevant so"
                                + " far: 9 more relevant and 10 more irrelevant are missing.");
        assertThat(words(12, 8))
                .endsWith(
                        "12 stories are judged relevant and 8 irrelevant so far: 2 more irrelevant are" + " missing.");
        assertThat(words(4, 10)).endsWith("6 more relevant are missing.");
        assertThat(Learner.of(pack(SIGNALS), verdicts(10, 10))).isInstanceOf(Proposal.class);
    }

    @Test
    void countsAStoryOnce_howeverManyTextsItHas() throws Exception {
        var texts = new ArrayList<JudgedText>();
        for (int i = 0; i < 50; i++) {
            texts.add(new JudgedText("one", "en", "Flood", "The water rose " + i, true));
        }
        texts.addAll(verdicts(0, 20));
        assertThat(Learner.of(pack(SIGNALS), texts)).isEqualTo(new Refit.TooFew(1, 20));

        texts.addAll(verdicts(19, 0));
        assertThat(propose(pack(SIGNALS), texts).before().precision()).isEqualTo(0.5);
    }

    @Test
    void changesLittle_whileVerdictsAreFew() {
        double few = propose(pack(SIGNALS), verdicts(10, 10)).signals().get(2).after();
        double many =
                propose(pack(SIGNALS), verdicts(200, 200)).signals().get(2).after();
        assertThat(many).isLessThan(few);
        assertThat(few).isBetween(-0.9, -0.2);
    }

    @Test
    void tellsTheExamplesThatWouldNotHold() {
        var match = List.of(new TopicPack.Example("en", null, "A flood of letters of thanks"));
        var pack = pack(SIGNALS, new TopicPack.Examples(match, List.of()));
        assertThat(propose(pack, verdicts(60, 60)).broken()).singleElement().satisfies(broken -> {
            assertThat(broken.key()).isEqualTo("match[0]");
            assertThat(broken.text()).isEqualTo("A flood of letters of thanks");
            assertThat(broken.score()).isLessThan(0.6);
        });
    }

    @Test
    void scoresAsTheClassifierDoes() throws Exception {
        var pack = pack(SIGNALS);
        var classifier = Classifier.of(List.of(pack));
        var texts = new ArrayList<>(verdicts(5, 5));
        texts.add(new JudgedText("s", "en", "Flood parade", "water and letters", false));
        texts.add(new JudgedText("s", "en", null, "letters", false));
        var weights = Weights.of(pack);
        var samples = new Samples(pack, classifier).of(texts);
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var score = classifier
                    .scores(text.title(), text.text(), text.language())
                    .getFirst();
            assertThat(weights.score(samples.get(i))).isCloseTo(score.value(), within(1e-12));
            assertThat(weights.belongs(samples.get(i))).isEqualTo(score.belongs());
        }
    }

    @Test
    void asksForTheRequiredGroups_whateverTheWeights() {
        var requiring = new TopicPack(
                "floods",
                3,
                Map.of("en", "Floods"),
                null,
                List.of(),
                0.6,
                1.5,
                SIGNALS,
                List.of(List.of("water")),
                null);
        var proposal = propose(requiring, verdicts(20, 20));
        assertThat(proposal.before().recall()).isEqualTo(1.0);
        assertThat(proposal.before().precision())
                .as("no irrelevant one has water")
                .isEqualTo(1.0);
        assertThat(proposal.pack().requires()).isEqualTo(requiring.requires());
    }

    private static String words(int relevant, int irrelevant) throws Exception {
        return ((Refit.TooFew) Learner.of(pack(SIGNALS), verdicts(relevant, irrelevant))).words();
    }

    private static Proposal propose(TopicPack pack, List<JudgedText> texts) {
        try {
            return (Proposal) Learner.of(pack, texts);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<JudgedText> verdicts(int relevant, int irrelevant) {
        var texts = new ArrayList<JudgedText>();
        IntStream.range(0, relevant)
                .forEach(
                        i -> texts.add(new JudgedText("wet" + i, "en", "Flood in town " + i, "The water rose.", true)));
        IntStream.range(0, irrelevant)
                .forEach(i -> texts.add(new JudgedText("dry" + i, "en", null, "A flood of letters came, " + i, false)));
        return texts;
    }

    private static List<String> ids() {
        return SIGNALS.stream().map(TopicPack.Signal::id).toList();
    }

    private static TopicPack pack(List<TopicPack.Signal> signals) {
        return pack(signals, new TopicPack.Examples(List.of(), List.of()));
    }

    private static TopicPack pack(List<TopicPack.Signal> signals, TopicPack.Examples examples) {
        return new TopicPack(
                "floods", 3, Map.of("en", "Floods"), null, List.of(), 0.6, 1.5, signals, List.of(), examples);
    }

    private static TopicPack.Signal signal(String id, double weight, String term) {
        return new TopicPack.Signal(id, weight, Map.of("en", List.of(term)));
    }
}

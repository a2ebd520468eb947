package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TopicPack.Near;
import dev.tocsin.contracts.TopicPack.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is ruled out at a glance is just what a close look would have ruled out. */
class ProspectTest {
    private static final int PACKS = 60;
    private static final int TEXTS = 400;
    private static final List<String> WORDS = List.of(
            "crowd", "square", "police", "tear", "gas", "strike", "union", "march", "mayor", "curfew", "arrest",
            "fuel");

    private final Random random = new Random(7);

    @Test
    void rulesOutNoPackThatAnArticleBelongsTo() throws Exception {
        var classifier =
                Classifier.of(IntStream.range(0, PACKS).mapToObj(this::pack).toList());
        int hits = 0;
        for (int i = 0; i < TEXTS; i++) {
            var title = random.nextInt(4) == 0 ? null : words(random.nextInt(4));
            var text = words(random.nextInt(12)) + (random.nextInt(3) == 0 ? " so".repeat(250) + " " + words(3) : "");

            var found = classifier.classify(title, text, "en");

            assertThat(found.stream().map(TopicHit::topic))
                    .as("%s: %s", title, text)
                    .containsExactlyInAnyOrderElementsOf(belonging(classifier, title, text));
            hits += found.size();
        }
        assertThat(hits).isBetween(TEXTS, TEXTS * PACKS / 2);
    }

    private static List<String> belonging(Classifier classifier, String title, String text) {
        return classifier.scores(title, text, "en").stream()
                .filter(Score::belongs)
                .map(s -> s.pack().id())
                .toList();
    }

    private TopicPack pack(int number) {
        var signals = new ArrayList<Signal>();
        for (int s = 0; s < 5; s++) {
            double weight = random.nextInt(4) == 0 ? -random.nextInt(1, 11) / 10.0 : random.nextInt(1, 10) / 10.0;
            signals.add(new Signal("s" + s, weight, Map.of("en", List.of(term(), term()))));
        }
        signals.add(new Signal("near", 0.5, Map.of(), new Near(List.of("s0", "s" + random.nextInt(1, 5)), 2)));
        var requires =
                random.nextBoolean() ? List.of(List.of("s1", "near"), List.of("s0", "s2")) : List.<List<String>>of();
        return new TopicPack(
                "p" + number,
                1,
                Map.of("en", "p"),
                null,
                List.of(),
                random.nextInt(1, 10) / 10.0,
                1 + random.nextInt(10) / 10.0,
                signals,
                requires,
                null);
    }

    private String term() {
        return switch (random.nextInt(4)) {
            case 0 -> word() + " NEAR/1 " + word();
            case 1 -> "\"" + word() + " " + word() + "\"";
            case 2 -> word() + " NOT " + word();
            default -> word();
        };
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}

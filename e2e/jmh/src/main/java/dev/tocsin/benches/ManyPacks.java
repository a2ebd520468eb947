package dev.tocsin.benches;

import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TopicPack.Near;
import dev.tocsin.contracts.TopicPack.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Packs of eight signals each, of words that texts have and words that none has, to see how the time grows with them. */
final class ManyPacks {
    private ManyPacks() {}

    /** @param words of real texts, the frequent ones among them */
    static List<TopicPack> of(int count, List<String> words) {
        var random = new Random(count);
        var packs = new ArrayList<TopicPack>();
        for (int i = 0; i < count; i++) {
            var signals = new ArrayList<Signal>();
            for (int s = 0; s < 7; s++) {
                signals.add(new Signal(
                        "s" + s, s < 3 ? 0.3 : 0.15, Map.of("en", List.of(term(random, words), term(random, words)))));
            }
            signals.add(new Signal("near", 0.4, Map.of(), new Near(List.of("s0", "s1"), 8)));
            packs.add(
                    new TopicPack("p" + i, 1, Map.of("en", "p"), null, List.of(), 0.3, 1.3, signals, List.of(), null));
        }
        return packs;
    }

    private static String term(Random random, List<String> words) {
        return switch (random.nextInt(5)) {
            case 0 -> "\"" + word(random, words) + " " + word(random, words) + "\"~8";
            case 1 -> "(" + either(random, words) + ") AND (" + either(random, words) + ")";
            case 2 -> "(" + either(random, words) + ") NEAR/8 (" + either(random, words) + ")";
            case 3 -> word(random, words) + "* AND " + word(random, words) + " AND " + rare(random);
            default -> "\"" + word(random, words) + " " + rare(random) + "\"~5";
        };
    }

    private static String either(Random random, List<String> words) {
        return word(random, words) + " OR " + word(random, words) + " OR " + rare(random);
    }

    private static String word(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String rare(Random random) {
        return "q" + Integer.toString(random.nextInt(1 << 24), 36) + "z";
    }
}

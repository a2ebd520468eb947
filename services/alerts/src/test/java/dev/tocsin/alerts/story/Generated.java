package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * Articles that no one wrote, with words as frequent as in a language (the nth word in 1/n of the places: Zipf, 1949): a
 * quarter of an article's words are its event's own, which are rare ones, and so are most of its signs.
 */
final class Generated {
    private static final int VOCABULARY = 60_000;
    private static final int WORDS = 300;
    private static final int EVENT_WORDS = 40;
    private static final int SIGNS = 24;

    private final Random random = new Random(7);
    private final List<String> vocabulary = vocabulary();
    private final double[] reached = new double[VOCABULARY];

    Generated() {
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + 1);
            reached[i] = sum;
        }
    }

    /** The article of that number, about an event. */
    Sighting sighting(int id, int event) {
        var own = new Random(event);
        var ownWords = new String[EVENT_WORDS];
        for (int i = 0; i < EVENT_WORDS; i++) {
            ownWords[i] = vocabulary.get(500 + own.nextInt(VOCABULARY - 500));
        }
        var text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            var word = i % 4 == 0 ? ownWords[random.nextInt(EVENT_WORDS)] : word();
            text.append(i % 20 == 4 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
                    .append(i % 15 == 14 ? ". " : " ");
        }
        var signs = new HashSet<String>();
        for (int i = 0; i < SIGNS; i++) {
            signs.add("c:" + (i * 2 < SIGNS ? ownWords[i + random.nextInt(4)] : word()));
        }
        return article("n" + id)
                .from("s" + id % 50 + ".example")
                .titled(text.substring(0, 60))
                .saying(text.toString())
                .withSignature(List.copyOf(signs))
                .after(Duration.ofMillis(id * 20L))
                .sighting();
    }

    private String word() {
        double wanted = random.nextDouble() * reached[VOCABULARY - 1];
        int at = Arrays.binarySearch(reached, wanted);
        return vocabulary.get(Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at));
    }

    private List<String> vocabulary() {
        var words = new ArrayList<String>();
        for (int i = 0; i < VOCABULARY; i++) {
            var word = new StringBuilder();
            for (int j = 0; j < 3 + random.nextInt(6); j++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString());
        }
        return words;
    }
}

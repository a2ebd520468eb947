package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;

import dev.tocsin.alerts.story.Articles;
import java.util.Random;

/** Invented events that have no word in common, each told by as many articles as are wanted. */
record Event(int number) {
    private static final int LETTERS = 9;

    /** An article on it, of a source of its own, in words of its own besides. */
    Articles told(int article) {
        var who = word(number * 4L);
        var what = word(number * 4L + 1);
        return article("e" + article)
                .from("s" + article % 500 + ".example")
                .titled(who + " " + what)
                .saying(who + " " + what + " " + word(number * 4L + 2) + " " + word(number * 4L + 3) + ", "
                        + word(-article - 1L) + ".");
    }

    private static String word(long seed) {
        var random = new Random(seed * 7_919);
        var letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }
}

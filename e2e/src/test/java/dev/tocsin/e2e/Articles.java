package dev.tocsin.e2e;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented articles of a real article's length, the same for the same seed: so many reports of street protests in
 * invented towns that each is an event of its own, and articles without a topic.
 */
final class Articles {
    private static final String[] SYLLABLES = {
        "ka", "ro", "ben", "tu", "lis", "mar", "oz", "vel", "dor", "shi", "gan", "pe", "lu", "zar", "in", "ter", "bal",
        "om", "que", "fa"
    };
    /** Few names an article, each of its own and told again and again, as in the news: what two articles share must not make them one story. */
    private static final int NAMES = 6;

    /** Nothing but short words around the invented ones. */
    private static final String[] FRAMES = {
        "The %s of %s is in the %s and on the %s. ",
        "It was a %s for %s, and not a %s by the %s. ",
        "By the %s of %s, he had no %s but the %s. ",
        "She is to go to the %s in %s as a %s of the %s. "
    };

    /** Words that tell something, which grammar's few frequent ones are not among: the most frequent of them is one in 320. */
    private static final int VOCABULARY = 12_000;

    private static final double ZIPF_SHIFT = 60;
    private static final int LENGTH = 3_300;
    private static final int SOURCES = 100;

    private final Random random;
    private final String run;
    private int next;
    private List<String> names = List.of();

    Articles(String run, long seed) {
        this.run = run;
        this.random = new Random(seed);
    }

    /** The next article of which a topic pack for protests must ring; about 3,500 characters. */
    Map<String, Object> next() {
        int number = next++;
        names = Stream.generate(this::invented).limit(NAMES).toList();
        var town = names.getFirst();
        var text = new StringBuilder("Protesters clashed with riot police in %s over the %s of %s, said %s %s. "
                .formatted(town, word(), name(), name(), name()));
        fill(text);
        var article = new LinkedHashMap<String, Object>();
        article.put("url", "https://" + run + ".example/" + number);
        article.put("externalId", run + "-" + number);
        article.put("title", name() + " " + word() + " " + word() + ": protesters in " + town);
        article.put("text", text.toString());
        article.put("publishedAt", Instant.now().toString());
        article.put("source", source(number % SOURCES));
        return article;
    }

    /** The next article that no built-in topic pack may ring for, of the same length. */
    Map<String, Object> nextWithoutTopic() {
        var article = next();
        var text = new StringBuilder("A new bridge of ").append(name()).append(" has been opened. ");
        fill(text);
        article.put("title", "The bridge of " + name() + " is open");
        article.put("text", text.toString());
        return article;
    }

    /** Articles of which one in {@code oneIn} is of a topic, as in real feeds where most are not. */
    List<Map<String, Object>> mixed(int count, int oneIn) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % oneIn == 0 ? next() : nextWithoutTopic())
                .toList();
    }

    private void fill(StringBuilder text) {
        while (text.length() < LENGTH) {
            text.append(FRAMES[random.nextInt(FRAMES.length)].formatted(word(), name(), word(), word()));
        }
    }

    /** As often as words of its rank are in any language (Zipf's law, with Mandelbrot's shift). */
    private String word() {
        int rank = (int) (ZIPF_SHIFT * (Math.pow((VOCABULARY + ZIPF_SHIFT) / ZIPF_SHIFT, random.nextDouble()) - 1));
        var word = new StringBuilder();
        for (int i = 0, rest = rank; i < 4; i++, rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    List<Map<String, Object>> next(int count) {
        var articles = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i++) {
            articles.add(next());
        }
        return articles;
    }

    private Map<String, String> source(int number) {
        return Map.of("id", run + number + ".example", "name", "Invented " + run + " " + number);
    }

    private String name() {
        return names.get(random.nextInt(NAMES));
    }

    private String invented() {
        var name = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

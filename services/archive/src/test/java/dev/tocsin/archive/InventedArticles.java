package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.TopicHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Invented articles in ten languages, the same each time: words of the languages' lists and of their stems and endings, as frequent as
 * words of their rank are in a language (Zipf's law with Mandelbrot's shift), and a name in each.
 */
final class InventedArticles {
    static final List<String> LANGUAGES = List.of("en", "ru", "it", "fr", "de", "es", "pl", "tr", "uk", "kk");
    private static final List<String> NAMES = List.of(
            "Tokayev", "Токаева", "Putin", "Путиным", "Selenskyj", "Зеленського", "Macron", "Erdoğan", "Scholz", "Xi");
    private static final List<String> TOPICS = List.of("protests", "csto-deployment", "diplomatic-reactions", "quakes");
    private static final Instant BEGIN = Instant.parse("2022-01-01T00:00:00Z");
    private static final int WORDS = 40_000;
    private static final int SENTENCE = 14;
    private static final int TEXT_WORDS = 260;
    private static final double SHIFT = 2.7;

    private final Map<String, List<String>> words = new HashMap<>();

    InventedArticles(Path root) throws IOException {
        for (var language : LANGUAGES) {
            words.put(language, words(root, language));
        }
    }

    /** The article of a number, always the same. */
    ClassifiedArticle article(int number) {
        var random = new Random(number * 31L);
        var language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        var text = new StringBuilder();
        for (int i = 0; i < TEXT_WORDS / SENTENCE; i++) {
            text.append(sentence(language, random, i == 2)).append(' ');
        }
        int source = random.nextInt(300);
        var fetched = new FetchedArticle(
                "%016x".formatted(number * 0x9E3779B97F4A7C15L),
                1,
                "https://news.example/" + number,
                null,
                null,
                sentence(language, random, number % 3 == 0),
                text.toString(),
                null,
                null,
                BEGIN.plusSeconds(number * 20L),
                BEGIN.plusSeconds(number * 20L + 30),
                false,
                "feed",
                new Source("s" + source + ".example", "Paper " + source, source % 2 == 0 ? "KZ" : "IT", "B"),
                Origin.UNKNOWN,
                List.of(),
                null);
        var hits = number % 10 == 0
                ? List.of(new TopicHit(TOPICS.get(random.nextInt(TOPICS.size())), 1, 0.7, List.of()))
                : List.<TopicHit>of();
        return new ClassifiedArticle(
                new DetectedArticle(fetched, new DetectedLanguage(language, 1, null)),
                BEGIN,
                hits,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private String sentence(String language, Random random, boolean named) {
        var sentence = new StringBuilder(word(language, random));
        sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        for (int i = 1; i < SENTENCE; i++) {
            var next = named && i == SENTENCE / 2 ? NAMES.get(random.nextInt(NAMES.size())) : word(language, random);
            sentence.append(' ').append(next);
        }
        return sentence.append('.').toString();
    }

    /** A word of a language, by chance but as frequent as it is. */
    String word(String language, Random random) {
        var all = words.get(language);
        return all.get((int) (SHIFT * (Math.pow((all.size() + SHIFT) / SHIFT, random.nextDouble()) - 1)));
    }

    /** A word of a rank, from 0. */
    String word(String language, int rank) {
        var all = words.get(language);
        return all.get(Math.min(rank, all.size() - 1));
    }

    /** The frequent ones first, then stems with endings, and with two of them until there are enough. */
    private static List<String> words(Path root, String language) throws IOException {
        var lines = Files.readString(
                        root.resolve("services/language/src/main/resources/languages/" + language + ".tsv"), UTF_8)
                .lines()
                .toList();
        var words = new LinkedHashSet<>(values(lines, "words"));
        var stems = values(lines, "beginnings");
        var endings = values(lines, "endings");
        var random = new Random(7);
        while (words.size() < WORDS) {
            var stem = stems.get(random.nextInt(stems.size()));
            var ending = endings.get(random.nextInt(endings.size()));
            var more = random.nextInt(3) == 0 ? stems.get(random.nextInt(stems.size())) : "";
            words.add(more + stem + ending);
        }
        return new ArrayList<>(words);
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .map(line -> line.split("\t", 2))
                .filter(columns -> columns[0].equals(key))
                .flatMap(columns -> Stream.of(columns[1].split(" ")))
                .toList();
    }
}

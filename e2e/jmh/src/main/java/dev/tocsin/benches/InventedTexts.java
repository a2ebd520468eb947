package dev.tocsin.benches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Invented articles in ten languages, the same each time: words of the languages' own lists, as frequent as words of their
 * rank are in a language, and in one of ten a sentence that a topic pack rings for.
 */
final class InventedTexts {
    private static final List<String> LANGUAGES = List.of("en", "it", "ru", "fr", "de", "es", "pl", "tr", "uk", "kk");
    private static final int EACH = 40;
    private static final int ONE_OF = 10;
    private static final int LENGTH = 3_300;
    private static final int SENTENCE = 15;
    private static final double ZIPF_SHIFT = 2.7;

    private final Random random = new Random(1);
    private final List<String> words;
    private final List<String> sentences;

    private InventedTexts(String language) throws IOException {
        words = words(language);
        sentences = sentences(language);
    }

    static List<Text> all() throws IOException {
        var texts = new ArrayList<Text>();
        for (var language : LANGUAGES) {
            var invented = new InventedTexts(language);
            for (int i = 0; i < EACH; i++) {
                texts.add(invented.text(language, i % ONE_OF == 0));
            }
        }
        // neighbours in time are of several languages, as on the channel
        Collections.shuffle(texts, new Random(2));
        return List.copyOf(texts);
    }

    private Text text(String language, boolean ofATopic) {
        var text = new StringBuilder(ofATopic ? sentences.get(random.nextInt(sentences.size())) + " " : "");
        while (text.length() < LENGTH) {
            text.append(sentence());
        }
        return new Text(language, sentence(), text.toString());
    }

    private String sentence() {
        var sentence = new StringBuilder(word());
        sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        for (int i = 1; i < SENTENCE; i++) {
            sentence.append(i == SENTENCE / 2 ? ", " : " ").append(word());
        }
        return sentence.append(". ").toString();
    }

    /** Zipf's law, with Mandelbrot's shift. */
    private String word() {
        int rank = (int) (ZIPF_SHIFT * (Math.pow((words.size() + ZIPF_SHIFT) / ZIPF_SHIFT, random.nextDouble()) - 1));
        return words.get(rank);
    }

    /** Known words first, for they are the frequent ones; then stems with each an ending. */
    private List<String> words(String language) throws IOException {
        var known = values(language, "words");
        var endings = values(language, "endings");
        var words = new ArrayList<>(known);
        for (var stem : values(language, "beginnings")) {
            words.add(stem + endings.get(random.nextInt(endings.size())));
        }
        return words;
    }

    private static List<String> values(String language, String key) throws IOException {
        try (var in = InventedTexts.class.getResourceAsStream("/languages/" + language + ".tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .filter(columns -> columns[0].equals(key))
                    .flatMap(columns -> Stream.of(columns[1].split(" ")))
                    .toList();
        }
    }

    private static List<String> sentences(String language) throws IOException {
        return Files.readAllLines(Root.of("services/classify/src/test/resources/sentences/protests.tsv")).stream()
                .map(line -> line.split("\t", 3))
                .filter(columns -> columns.length == 3 && columns[0].equals("+") && columns[1].equals(language))
                .map(columns -> columns[2])
                .toList();
    }
}

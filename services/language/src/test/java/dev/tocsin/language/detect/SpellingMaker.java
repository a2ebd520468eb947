package dev.tocsin.language.detect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

/**
 * Makes {@code spelling.bin.gz} of the language models in Lingua's jar ({@code com.github.pemistahl:lingua:1.2.2},
 * Apache-2.0), of which it keeps the sequences that are met often. Run by hand: {@code SpellingMaker LINGUA.jar FILE}.
 */
final class SpellingMaker {
    /** The languages that share a script with another one, as far as Lingua knows them; Croatian is Serbian in Latin. */
    private static final List<String> CODES = List.of(
            ("en it ru uk be kk az tr fa ar fr de es pt nl pl cs sk ro bg sr mk hu sv da nb fi lt mn et id lv sl sq vi hr ur")
                    .split(" "));

    private static final List<String> FILES = List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

    /** Share of all sequences of a length: rarer ones are left out. */
    private static final double RAREST = 1e-7;

    /** Left out is, too, what the shorter sequence tells as well: frequency times nats (Stolcke, 1998). */
    private static final double LEAST = 3e-6;

    private final TreeMap<Long, Map<Integer, Integer>> costs = new TreeMap<>();

    private SpellingMaker() {}

    public static void main(String[] arguments) throws IOException {
        var maker = new SpellingMaker();
        try (var jar = new ZipFile(arguments[0])) {
            for (int code = 0; code < CODES.size(); code++) {
                maker.add(jar, code);
            }
        }
        maker.write(Path.of(arguments[1]));
    }

    /** Lingua's files say, for each sequence, the probability of its last letter after those before. */
    private void add(ZipFile jar, int code) throws IOException {
        Map<String, Double> shorter = Map.of("", 1.0);
        var probabilities = new HashMap<String, Double>();
        for (var file : FILES) {
            var entry = jar.getEntry("language-models/" + CODES.get(code) + "/" + file + ".json");
            var kept = new HashMap<String, Double>();
            JsonNode sequences;
            try (var in = jar.getInputStream(entry)) {
                sequences = Json.mapper().readTree(in).get("ngrams");
            }
            for (var row : sequences.properties()) {
                var fraction = row.getKey().split("/");
                double probability = Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
                for (var sequence : row.getValue().asText().split(" ")) {
                    double frequency =
                            shorter.getOrDefault(sequence.substring(0, sequence.length() - 1), 0.0) * probability;
                    if (frequency < RAREST) {
                        continue;
                    }
                    kept.put(sequence, frequency);
                    double guessed = guess(probabilities, sequence.substring(1));
                    if (sequence.length() < 3 || frequency * Math.abs(Math.log(probability) - guessed) >= LEAST) {
                        probabilities.put(sequence, probability);
                        keep(sequence, code, probability);
                    }
                }
            }
            shorter = kept;
        }
    }

    /** The logarithm of the probability that is worked out where a sequence is not kept. */
    private static double guess(Map<String, Double> probabilities, String shorter) {
        double guess = -Spelling.BACKOFF;
        for (int from = 0; from < shorter.length(); from++, guess -= Spelling.BACKOFF) {
            var known = probabilities.get(shorter.substring(from));
            if (known != null) {
                return guess + Math.log(known);
            }
        }
        return guess - Spelling.UNKNOWN;
    }

    private void keep(String sequence, int code, double probability) {
        long key = Integer.toUnsignedLong(Spelling.key(sequence.toCharArray(), 0, sequence.length()));
        int cost = (int) Math.min(255, Math.round(-Math.log(probability) * Spelling.STEPS_PER_NAT));
        costs.computeIfAbsent(key, k -> new TreeMap<>()).merge(code, cost, Math::min);
    }

    private void write(Path file) throws IOException {
        var keys = costs.keySet().stream().mapToInt(Long::intValue).toArray();
        var counts = costs.values().stream().mapToInt(Map::size).toArray();
        int entries = Arrays.stream(counts).sum();
        var languages = new byte[entries];
        var bytes = new byte[entries];
        int at = 0;
        for (var byLanguage : costs.values()) {
            for (var entry : byLanguage.entrySet()) {
                languages[at] = entry.getKey().byteValue();
                bytes[at++] = entry.getValue().byteValue();
            }
        }
        try (var out = Files.newOutputStream(file)) {
            SpellingFile.write(CODES, keys, counts, languages, bytes, out);
        }
        System.out.println(
                keys.length + " sequences, " + IntStream.of(counts).sum() + " entries, " + Files.size(file) + " bytes");
    }
}

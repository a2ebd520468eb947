package dev.tocsin.classify.sameness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How much a key tells: the logarithm of how many news texts there are for each one that has it (inverse document
 * frequency: Spärck Jones, 1972). Keys that are not in the table {@code rarity.tsv} are as common as their like.
 */
public final class Rarity {
    private static final String TEXTS = "texts";
    private static final Rarity BUILT_IN = read();

    private final Map<String, Integer> counts;
    private final double texts;

    Rarity(Map<String, Integer> counts) {
        this.counts = Map.copyOf(counts);
        texts = counts.getOrDefault(TEXTS, 1);
    }

    /** As counted over some thousand news texts in several languages. */
    public static Rarity builtIn() {
        return BUILT_IN;
    }

    /** @return in nats, above 0 for all but the most common keys, up to about 9 */
    public double of(String key) {
        var known = counts.get(key);
        double count = known == null ? like(key) : known;
        return Math.max(0, Math.log(texts / (count + 0.5)));
    }

    /** In how many texts a key of this kind that the table lacks would have been, as a guess by its length. */
    private double like(String key) {
        int length = key.length() - 2;
        double share =
                switch (key.charAt(0)) {
                    case 's' -> length <= 2 ? 0.004 : length == 3 ? 0.0012 : length == 4 ? 0.0004 : 0.0001;
                    case 'n' -> length <= 2 ? 0.004 : length == 3 ? 0.001 : 0.0003;
                    case 'd' -> 0.006;
                    case 'c' -> 0.001;
                    default -> 0.0005;
                };
        return share * texts;
    }

    private static Rarity read() {
        var counts = new HashMap<String, Integer>();
        var resource = Objects.requireNonNull(Rarity.class.getResourceAsStream("rarity.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    counts.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rarity(counts);
    }
}

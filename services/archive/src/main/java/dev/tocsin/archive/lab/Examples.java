package dev.tocsin.archive.lab;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The clearest examples of each language: a few, however many there are. */
final class Examples {
    private static final int OF_LANGUAGE = 8;
    private static final int LANGUAGES = 25;
    private static final int MOST = 40;
    private static final Comparator<Example> CLEAREST = Comparator.comparingDouble(Example::score)
            .thenComparing(Example::at)
            .thenComparing(Example::article);

    private final Map<String, PriorityQueue<Example>> byLanguage = new HashMap<>();

    void add(Example example) {
        if (byLanguage.size() >= LANGUAGES && !byLanguage.containsKey(example.language())) {
            return;
        }
        var kept = byLanguage.computeIfAbsent(example.language(), l -> new PriorityQueue<>(CLEAREST));
        kept.add(example);
        if (kept.size() > OF_LANGUAGE) {
            kept.remove();
        }
    }

    /** Clearest first. */
    List<Example> list() {
        return byLanguage.values().stream()
                .flatMap(PriorityQueue::stream)
                .sorted(CLEAREST.reversed())
                .limit(MOST)
                .toList();
    }
}

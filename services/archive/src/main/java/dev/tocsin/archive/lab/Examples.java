package dev.tocsin.archive.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** The clearest examples of each language: a few, however many there are. */
final class Examples {
    private static final int OF_LANGUAGE = 8;
    private static final int LANGUAGES = 25;
    private static final int MOST = 40;
    private static final Comparator<Example> CLEAREST = Comparator.comparingDouble(Example::score)
            .thenComparing(Example::at)
            .thenComparing(Example::article);

    private final Map<String, PriorityQueue<Example>> byLanguage = new TreeMap<>();

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

    /** Clearest first; where there are too many, each language keeps its clearest before any has its next. */
    List<Example> list() {
        var ranks = new ArrayList<Example>();
        for (int rank = 0; rank < OF_LANGUAGE; rank++) {
            for (var kept : byLanguage.values()) {
                kept.stream().sorted(CLEAREST.reversed()).skip(rank).findFirst().ifPresent(ranks::add);
            }
        }
        return ranks.stream().limit(MOST).sorted(CLEAREST.reversed()).toList();
    }
}

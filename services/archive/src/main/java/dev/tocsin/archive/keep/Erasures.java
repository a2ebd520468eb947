package dev.tocsin.archive.keep;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** All that was erased, as far as hashes tell. */
public final class Erasures {
    public static final Erasures NONE = new Erasures(Set.of());

    private final Set<String> keys = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    public Erasures(Collection<Erasure> all) {
        for (var one : all) {
            keys.add(one.key());
            titles.addAll(one.titles());
        }
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether the article of that id was erased. */
    public boolean has(String article) {
        return !keys.isEmpty() && keys.contains(ErasureKey.of(article).text());
    }

    /** Whether that is the title of an erased article. */
    public boolean isTitle(String text) {
        return !titles.isEmpty() && titles.contains(ErasureKey.of(text).text());
    }
}

package dev.tocsin.archive;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a search index would be told to forget. */
@Singleton
final class GoneProbe implements Gone {
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public void gone(Collection<String> articles) {
        told.addAll(articles);
    }

    Set<String> told() {
        return Set.copyOf(told);
    }
}

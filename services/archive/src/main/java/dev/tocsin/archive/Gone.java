package dev.tocsin.archive;

import java.util.Collection;

/**
 * Is told of articles that the store has no more, erased or over, on the replica that took them away: for whatever keeps texts beside
 * the store, such as a search index. Told again, and of articles that were never there, it changes nothing. Other replicas learn of erased ones by
 * their {@link Tombstones}.
 */
interface Gone {
    void gone(Collection<String> articles);
}

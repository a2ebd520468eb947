package dev.tocsin.archive;

import dev.tocsin.archive.keep.ErasureKey;

/**
 * Is told of erased articles, on every replica, within seconds: for whatever keeps texts beside the store, such as a search index.
 * Told again, and of articles that were never there, it changes nothing.
 */
interface Erased {
    /** @param article hash of its id; {@link ErasureKey#matches} tells whose */
    void erased(ErasureKey article);
}

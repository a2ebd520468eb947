package dev.tocsin.classify.match;

/**
 * A word, as analyzed, without which a query cannot match.
 *
 * @param exact whether it is looked for among the exact words or the stemmed ones
 * @param prefix true where any word that begins with it will do
 */
record Anchor(boolean exact, String text, boolean prefix) {}

package dev.tocsin.classify.match;

/**
 * A term of a pack, ready to be looked for.
 *
 * @param pack the pack's place in the list of packs
 * @param signal the signal's place in its pack
 * @param written the term as the pack writes it
 */
record CompiledTerm(int pack, int signal, String written, Expression expression) {}

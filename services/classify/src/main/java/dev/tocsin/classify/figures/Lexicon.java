package dev.tocsin.classify.figures;

import java.util.Map;

/**
 * What is known of a language.
 *
 * @param numerals plain numerals and scales by their form, for taking glued ones apart
 */
record Lexicon(Spelling spelling, Phrases phrases, Map<String, Double> numerals) {}

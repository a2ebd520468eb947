/**
 * Figures that a text states (18 killed, more than 2,000 detained), found as a reader would: words with their senses, numbers in every
 * local style, the event each number counts, whom it counts, who says so and how sure. What words mean in a language is data, {@code
 * resources/figures/}. Pure.
 */
@NullMarked
package dev.tocsin.classify.figures;

import org.jspecify.annotations.NullMarked;

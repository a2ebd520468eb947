/** How the language of a text is told: its script, its letters and words, and OpenNLP's n-gram weights. Pure. */
@NullMarked
package dev.tocsin.language.detect;

import org.jspecify.annotations.NullMarked;

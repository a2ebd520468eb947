/** The forms of words that are searched for: as they stand, as their language stems them, and as names sound. */
@NullMarked
package dev.tocsin.archive.text;

import org.jspecify.annotations.NullMarked;

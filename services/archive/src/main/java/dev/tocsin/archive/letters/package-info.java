/** What becomes of dead letters: which wait, which can be played again, who decided. Knows no store and no broker. */
@NullMarked
package dev.tocsin.archive.letters;

import org.jspecify.annotations.NullMarked;

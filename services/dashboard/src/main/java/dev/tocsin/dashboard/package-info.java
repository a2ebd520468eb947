/** The board, its pages and the public API: the only port that people and API clients use. */
@NullMarked
package dev.tocsin.dashboard;

import org.jspecify.annotations.NullMarked;

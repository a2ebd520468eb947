/** Measures the story engine against labelled articles. Pure. */
@NullMarked
package dev.tocsin.alerts.eval;

import org.jspecify.annotations.NullMarked;

/** Measures what this service finds against labelled texts: one class a kind, each with the report that it prints. Pure. */
@NullMarked
package dev.tocsin.classify.eval;

import org.jspecify.annotations.NullMarked;

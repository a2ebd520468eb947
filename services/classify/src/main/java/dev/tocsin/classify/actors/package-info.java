/** Finds who and where a text speaks of: persons, states, organisations, agencies and places, in any language. Pure. */
@NullMarked
package dev.tocsin.classify.actors;

import org.jspecify.annotations.NullMarked;

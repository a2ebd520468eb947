/** Tells who takes which stance towards whom, from words of stance and the actors found beside them. Pure. */
@NullMarked
package dev.tocsin.classify.reactions;

import org.jspecify.annotations.NullMarked;

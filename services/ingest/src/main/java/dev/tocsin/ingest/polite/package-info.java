/** Manners towards other people's servers: who is asked how often, how many at a time, and what they forbid. */
@NullMarked
package dev.tocsin.ingest.polite;

import org.jspecify.annotations.NullMarked;

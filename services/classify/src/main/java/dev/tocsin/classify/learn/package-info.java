/** Learns from verdicts: proposes other weights and another threshold for a pack, and says how good they are. Pure. */
@NullMarked
package dev.tocsin.classify.learn;

import org.jspecify.annotations.NullMarked;

/** Everything that is found in an article beside its topics, in the order in which one thing needs another. Pure. */
@NullMarked
package dev.tocsin.classify.understand;

import org.jspecify.annotations.NullMarked;

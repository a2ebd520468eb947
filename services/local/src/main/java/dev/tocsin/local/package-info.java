/** Everything on one machine: the embedded broker and store, the launcher, and the fixtures of integration tests. */
@NullMarked
package dev.tocsin.local;

import org.jspecify.annotations.NullMarked;

/** The whole system, seen from outside: real processes, a real broker, a real browser; and the benchmarks. */
@NullMarked
package dev.tocsin.e2e;

import org.jspecify.annotations.NullMarked;

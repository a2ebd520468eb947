/** Decisions on whom to serve. */
@NullMarked
package dev.tocsin.dashboard.guard;

import org.jspecify.annotations.NullMarked;

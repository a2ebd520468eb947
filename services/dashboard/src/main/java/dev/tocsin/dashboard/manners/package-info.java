/** How the API behaves whatever it is asked for: validators, preconditions, repetitions, limits, origins. Knows no HTTP server. */
@NullMarked
package dev.tocsin.dashboard.manners;

import org.jspecify.annotations.NullMarked;

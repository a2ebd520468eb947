/** Secrets: how they are made, how they look, and what of them is kept. */
@NullMarked
package dev.tocsin.dashboard.secrets;

import org.jspecify.annotations.NullMarked;

/** How messages come in: what can be read of them, and how long a store that is down is waited for. */
@NullMarked
package dev.tocsin.archive.intake;

import org.jspecify.annotations.NullMarked;

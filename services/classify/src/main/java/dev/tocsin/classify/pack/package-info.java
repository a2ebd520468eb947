/** How topic packs are read from files, and every mistake in them explained. Pure. */
@NullMarked
package dev.tocsin.classify.pack;

import org.jspecify.annotations.NullMarked;

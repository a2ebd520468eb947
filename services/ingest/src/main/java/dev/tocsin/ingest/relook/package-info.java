/** Articles that rang are looked at again: was the page edited, is it gone? When to look, and what a look means. */
@NullMarked
package dev.tocsin.ingest.relook;

import org.jspecify.annotations.NullMarked;

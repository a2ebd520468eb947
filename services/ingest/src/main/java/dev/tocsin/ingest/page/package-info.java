/** A news page becomes an article: its main text, what it says of itself, and whether it is one or only a wall. */
@NullMarked
package dev.tocsin.ingest.page;

import org.jspecify.annotations.NullMarked;

/** The search index of articles on this replica's disk: what is in it, what is asked of it, and how far it has come. */
@NullMarked
package dev.tocsin.archive.index;

import org.jspecify.annotations.NullMarked;

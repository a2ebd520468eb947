/** The bytes of a feed become its items, or a reason why they do not. */
@NullMarked
package dev.tocsin.ingest.parse;

import org.jspecify.annotations.NullMarked;

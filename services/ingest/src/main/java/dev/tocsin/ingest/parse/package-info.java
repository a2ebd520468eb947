/** The bytes of a feed become its items, or a reason why they do not; a page becomes the addresses of its feeds. */
@NullMarked
package dev.tocsin.ingest.parse;

import org.jspecify.annotations.NullMarked;

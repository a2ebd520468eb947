/** The language of searches, and what a client may ask of the search, checked and without any index. */
@NullMarked
package dev.tocsin.archive.search;

import org.jspecify.annotations.NullMarked;

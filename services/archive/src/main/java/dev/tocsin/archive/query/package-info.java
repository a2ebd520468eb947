/** What a client may ask, checked and without any store: parameters, queries, cursors. */
@NullMarked
package dev.tocsin.archive.query;

import org.jspecify.annotations.NullMarked;

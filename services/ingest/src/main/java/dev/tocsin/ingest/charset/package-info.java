/** Bytes become text: which encoding they are in, whatever they say of it. */
@NullMarked
package dev.tocsin.ingest.charset;

import org.jspecify.annotations.NullMarked;

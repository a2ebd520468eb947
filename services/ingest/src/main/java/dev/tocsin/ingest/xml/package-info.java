/** Reads XML however broken it is, as far as it goes, and never fetches or expands what the document asks it to. */
@NullMarked
package dev.tocsin.ingest.xml;

import org.jspecify.annotations.NullMarked;

/** Where an article's text was first published: the agency that it credits and the family of its publisher. */
@NullMarked
package dev.tocsin.ingest.origin;

import org.jspecify.annotations.NullMarked;

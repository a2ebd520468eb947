/** What articles need to know of pages: a question and its possible answers. Who fetches and extracts is elsewhere. */
@NullMarked
package dev.tocsin.ingest.reading;

import org.jspecify.annotations.NullMarked;

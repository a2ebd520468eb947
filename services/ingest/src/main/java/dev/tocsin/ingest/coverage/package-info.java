/** What usually comes of a feed, a country or a language, and when far less than that is worth an alert: pure. */
@NullMarked
package dev.tocsin.ingest.coverage;

import org.jspecify.annotations.NullMarked;

/** What is known of a feed, what came of asking it, and when it is asked again. */
@NullMarked
package dev.tocsin.ingest.feeds;

import org.jspecify.annotations.NullMarked;

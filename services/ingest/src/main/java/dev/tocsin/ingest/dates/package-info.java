/** Dates as feeds and pages write them, in all the ways they do; what cannot be understood is no date. */
@NullMarked
package dev.tocsin.ingest.dates;

import org.jspecify.annotations.NullMarked;

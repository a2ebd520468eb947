/**
 * The shell of ingest: HTTP in both directions, Kafka, MongoDB and the poll loop. What is decided is decided in the
 * packages below.
 */
@NullMarked
package dev.tocsin.ingest;

import org.jspecify.annotations.NullMarked;

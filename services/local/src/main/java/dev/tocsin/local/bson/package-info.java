/**
 * How the embedded store keeps documents in its file: as BSON, in place of the Java serialization that its H2 backend
 * falls back to, which costs most of a write and would run whatever classes a file names.
 */
@NullMarked
package dev.tocsin.local.bson;

import org.jspecify.annotations.NullMarked;

/** What the parts of ingest can do, measured beside the tools that others use for it. */
@NullMarked
package dev.tocsin.ingest.bench;

import org.jspecify.annotations.NullMarked;

/** Content codings of answers, unpacked within limits. */
@NullMarked
package dev.tocsin.ingest.coding;

import org.jspecify.annotations.NullMarked;

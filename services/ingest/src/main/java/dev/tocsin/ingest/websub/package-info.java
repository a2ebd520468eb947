/** WebSub (W3C Recommendation of 2018): hubs that tell us what is new, so that we need not ask. */
@NullMarked
package dev.tocsin.ingest.websub;

import org.jspecify.annotations.NullMarked;

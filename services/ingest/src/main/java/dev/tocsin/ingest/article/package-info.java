/** Items of feeds and pushed JSON become articles: plain text, canonical addresses, deterministic ids. */
@NullMarked
package dev.tocsin.ingest.article;

import org.jspecify.annotations.NullMarked;

/** How an article meets the terms of topic packs: analysis, queries, evidence and scores, on Lucene. Pure. */
@NullMarked
package dev.tocsin.classify.match;

import org.jspecify.annotations.NullMarked;

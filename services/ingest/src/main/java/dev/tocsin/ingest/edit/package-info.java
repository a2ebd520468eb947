/** What counts as an edit of an article: its wording, without what changes by itself, and how far two of them differ. */
@NullMarked
package dev.tocsin.ingest.edit;

import org.jspecify.annotations.NullMarked;

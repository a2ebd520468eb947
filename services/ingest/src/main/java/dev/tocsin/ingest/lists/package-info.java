/** Lists of feeds that come and go as files: OPML and YAML. */
@NullMarked
package dev.tocsin.ingest.lists;

import org.jspecify.annotations.NullMarked;

/** Each article goes out once: looked up, sent, acknowledged, and only then marked as seen. */
@NullMarked
package dev.tocsin.ingest.publish;

import org.jspecify.annotations.NullMarked;

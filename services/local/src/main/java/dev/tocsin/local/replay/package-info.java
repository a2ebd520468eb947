/** Recorded or written scenarios: what a folder of them says, as the messages that ingest would have sent. Pure. */
@NullMarked
package dev.tocsin.local.replay;

import org.jspecify.annotations.NullMarked;

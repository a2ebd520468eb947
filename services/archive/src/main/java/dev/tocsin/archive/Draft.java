package dev.tocsin.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic pack that somebody is writing, as it was typed: it may be wrong, and is in nobody's way.
 *
 * @param revision grows with each time that it is saved
 * @param base the version that it was made from; null for a new topic
 */
record Draft(String topic, long revision, @Nullable Integer base, Instant savedAt, String text) {}

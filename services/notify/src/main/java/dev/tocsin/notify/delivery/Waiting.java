package dev.tocsin.notify.delivery;

import java.time.Instant;

/**
 * A pending delivery, as far as its place in the queue needs it.
 *
 * @param key story, revision and receiver
 * @param nextTry not to be tried before; while somebody tries it, when it counts as abandoned
 */
public record Waiting(String key, String story, int revision, Instant nextTry) {}

package dev.tocsin.alerts.story;

import java.time.Instant;

/**
 * What is remembered of an article that was handled, so that a redelivery changes nothing.
 *
 * @param story the story it joined
 * @param revision of the article
 * @param at stream time when it was handled; it is forgotten some days after
 */
public record Known(String story, int revision, Instant at) {}

package dev.tocsin.archive.query;

import java.time.Instant;

/**
 * A place in a list that is sorted by time, newest first, then by id, highest first. What comes after it stays the same
 * while newer items arrive before it.
 *
 * @param at in milliseconds, as stores sort it
 * @param id of the item at this place
 */
public record Position(Instant at, String id) {}

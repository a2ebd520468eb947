package dev.tocsin.ingest.feeds;

import java.time.Instant;
import java.util.List;

/**
 * What the schedule needs of a feed's body.
 *
 * @param identities of its items: guid, else address, else title
 * @param dates that its items give themselves, those that are known
 * @param hints of its publisher
 */
public record Reading(List<String> identities, List<Instant> dates, Hints hints) {
    public Reading {
        identities = List.copyOf(identities);
        dates = List.copyOf(dates);
    }
}

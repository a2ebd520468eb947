package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What an article says, or shows, of where its text was first published. All null while nothing is known.
 *
 * @param wireCredit the agency that its credit line names
 * @param family the group of publishers that its source belongs to
 * @param translationOf id of the article that it translates
 * @param copyOf id of the article that it repeats
 */
public record Origin(
        @Nullable String wireCredit, @Nullable String family, @Nullable String translationOf, @Nullable String copyOf) {
    public static final Origin UNKNOWN = new Origin(null, null, null, null);
}

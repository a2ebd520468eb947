package dev.tocsin.classify.actors;

import org.jspecify.annotations.Nullable;

/**
 * Somebody or some place that texts name, as the list of actors has it.
 *
 * @param id Wikidata's, or a name of ours
 * @param name its English name
 * @param country ISO 3166-1 alpha-2: a state's own, the one a person or agency speaks for, the one a place lies in
 * @param organisation id of the organisation that a person speaks for, or for which a city's name stands
 * @param capital whether it is a seat of government, which may stand for its state
 * @param lat degrees north, WGS 84; of places only
 * @param lon degrees east, WGS 84; of places only
 */
public record Entity(
        String id,
        Type type,
        String name,
        @Nullable String country,
        @Nullable String organisation,
        boolean capital,
        @Nullable Double lat,
        @Nullable Double lon) {

    /** What an entity is; the contract writes it in lower case. */
    public enum Type {
        PERSON,
        STATE,
        ORGANISATION,
        AGENCY,
        PLACE
    }
}

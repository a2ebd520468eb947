package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A place named in a text.
 *
 * @param country ISO 3166-1 alpha-2
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param start first UTF-16 unit in the text
 * @param end one past the last
 */
public record Place(
        String id,
        String name,
        @Nullable String country,
        @Nullable Double lat,
        @Nullable Double lon,
        int start,
        int end) {
    public Place {
        Checks.required(id, "place.id");
        Checks.required(name, "place.name");
        Checks.within(-90, 90, lat, "place.lat");
        Checks.within(-180, 180, lon, "place.lon");
        Checks.span(start, end);
    }
}

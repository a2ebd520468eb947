package dev.tocsin.notify.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * An alert as routes and silences look at it.
 *
 * @param countries ISO 3166-1 alpha-2, upper case; of its {@code countries} and its {@code places}
 * @param places ids and names of its {@code places}, lower case; empty where the alert tells of none
 */
public record Subject(Alert alert, Set<String> countries, Set<String> places) {
    public Subject {
        countries = Set.copyOf(countries);
        places = Set.copyOf(places);
    }

    /**
     * Reads the optional fields from the JSON as it came, so that an alert without them is simply nowhere.
     *
     * @param json an alert that was read before
     */
    public static Subject of(JsonNode json) {
        var countries = new HashSet<String>();
        var places = new HashSet<String>();
        for (var country : json.path("countries")) {
            add(countries, country, true);
        }
        for (var place : json.path("places")) {
            add(countries, place.path("country"), true);
            add(places, place.path("id"), false);
            add(places, place.path("name"), false);
            add(places, place, false);
        }
        try {
            return new Subject(Json.mapper().treeToValue(json, Alert.class), countries, places);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("was read as an alert before", e);
        }
    }

    private static void add(Set<String> into, JsonNode text, boolean upper) {
        if (text.isTextual()) {
            into.add(
                    upper
                            ? text.textValue().toUpperCase(Locale.ROOT)
                            : text.textValue().toLowerCase(Locale.ROOT));
        }
    }
}

package dev.tocsin.classify.actors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An actor or a place as its file has it; checks itself.
 *
 * @param family spellings of a person's family name, which finds the person
 * @param given spellings of the names that may stand before it
 * @param alone whether the family name is enough; true where it is not said
 * @param zone a place's IANA time zone, where it has one of its own: CLDR then knows its names
 * @param aliases other spellings: a list, or lists by language, {@code any} for all of them
 * @param added aliases that people added, with their names
 * @param withdrawn names that are not to be found any more, with who said so
 */
record Entry(
        String id,
        @Nullable String type,
        String name,
        @Nullable String country,
        @Nullable String state,
        @Nullable String organisation,
        @Nullable List<String> family,
        @Nullable List<String> given,
        @Nullable Boolean alone,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String zone,
        boolean capital,
        @Nullable JsonNode aliases,
        @Nullable List<Change> added,
        @Nullable List<Change> withdrawn) {
    /** The key of aliases in no language or in all. */
    private static final String ANY = "any";

    private static final Set<String> TYPES = Set.of("person", "state", "organisation", "agency");

    /** An alias added or withdrawn: the words, who did it, and the day. */
    record Change(String alias, String by, @Nullable String on) {
        Change {
            require(alias, "alias");
            require(by, "by");
            if (on != null && !on.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw new IllegalArgumentException("'on' is '" + on + "': use a day such as 2026-02-03");
            }
        }
    }

    Entry {
        require(id, "id");
        require(name, "name");
        if (type != null && !TYPES.contains(type)) {
            throw new IllegalArgumentException(
                    "'type' is '" + type + "': use one of person, state, organisation, agency");
        }
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("'country' is '" + country + "': use ISO 3166's two capitals");
        }
        if (aliases != null && !isListOrLists(aliases)) {
            throw new IllegalArgumentException("'aliases' is neither a list nor lists by language");
        }
        if ((lat != null && !(Math.abs(lat) <= 90)) || (lon != null && !(Math.abs(lon) <= 180))) {
            throw new IllegalArgumentException("'lat' and 'lon' are " + lat + " and " + lon + ", not degrees");
        }
    }

    private static boolean isListOrLists(JsonNode aliases) {
        return aliases.isArray() || (aliases.isObject() && aliases.valueStream().allMatch(JsonNode::isArray));
    }

    private static void require(@Nullable String value, String key) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("has no '" + key + "'");
        }
    }

    Entity entity() {
        return new Entity(
                id,
                type == null ? Entity.Type.PLACE : Entity.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                name,
                country == null ? state : country,
                organisation,
                capital,
                lat,
                lon);
    }

    /** All its spellings by language, those of every language under the empty one; without those withdrawn. */
    Map<String, List<String>> spellings() {
        var spellings = new LinkedHashMap<String, List<String>>();
        spellings.put("", new ArrayList<>(List.of(name)));
        if (aliases != null && aliases.isArray()) {
            aliases.forEach(a -> spellings.get("").add(a.asText()));
        } else if (aliases != null) {
            aliases.properties().forEach(e -> {
                var list = new ArrayList<String>();
                e.getValue().forEach(a -> list.add(a.asText()));
                spellings
                        .computeIfAbsent(e.getKey().equals(ANY) ? "" : e.getKey(), k -> new ArrayList<>())
                        .addAll(list);
            });
        }
        list(added).forEach(c -> spellings.get("").add(c.alias()));
        spellings.values().forEach(names -> names.removeIf(this::isWithdrawn));
        return spellings;
    }

    boolean isWithdrawn(String name) {
        return list(withdrawn).stream().anyMatch(c -> Folding.of(c.alias()).equals(Folding.of(name)));
    }

    List<String> families() {
        return list(family).stream().filter(f -> !isWithdrawn(f)).toList();
    }

    List<String> givens() {
        return Stream.concat(list(given).stream(), Stream.of(name.split("[ -]")))
                .toList();
    }

    boolean needsGiven() {
        return Boolean.FALSE.equals(alone);
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

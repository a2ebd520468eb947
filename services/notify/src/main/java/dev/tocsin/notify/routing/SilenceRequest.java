package dev.tocsin.notify.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a silence of what somebody posted, or says what is wrong with it. */
public final class SilenceRequest {
    private static final int MOST = 100;
    private static final int LONGEST = 500;
    private static final Duration LONGEST_TIME = Duration.ofDays(366);

    private static final String NOTHING_MEANT =
            "'match' must say what is silenced: topics, stories, severity, languages, countries or places";

    private SilenceRequest() {}

    /**
     * The silence.
     *
     * @param id for it
     * @throws IllegalArgumentException naming the field, what is wrong, and what it may be
     */
    public static Silence read(String id, JsonNode json, Instant now) {
        var match = json.path("match");
        if (!match.isObject() || match.isEmpty()) {
            throw new IllegalArgumentException(NOTHING_MEANT);
        }
        match.fieldNames().forEachRemaining(SilenceRequest::known);
        var countries = new HashSet<String>();
        texts(match, "countries").forEach(c -> countries.add(c.toUpperCase(Locale.ROOT)));
        var places = new HashSet<String>();
        texts(match, "places").forEach(p -> places.add(p.toLowerCase(Locale.ROOT)));
        var start = json.path("start").isNull() || json.path("start").isMissingNode() ? now : instant(json, "start");
        var end = instant(json, "end");
        if (!end.isAfter(now) || Duration.between(start, end).compareTo(LONGEST_TIME) > 0) {
            throw new IllegalArgumentException("'end' must lie ahead, within a year of 'start'");
        }
        return new Silence(
                id,
                some(new Match(
                        texts(match, "topics"),
                        severity(match.path("severity")),
                        texts(match, "languages"),
                        countries,
                        places,
                        0,
                        MatchPart.ANY_STATUS,
                        texts(match, "stories"))),
                start,
                end,
                text(json, "by"),
                text(json, "comment"));
    }

    /** Empty lists are no condition, and nobody means to silence everything by leaving all out. */
    private static Match some(Match match) {
        if (match.severity() == null
                && Stream.of(match.topics(), match.languages(), match.countries(), match.places(), match.stories())
                        .allMatch(Set::isEmpty)) {
            throw new IllegalArgumentException(NOTHING_MEANT);
        }
        return match;
    }

    private static void known(String key) {
        if (!Set.of("topics", "stories", "severity", "languages", "countries", "places")
                .contains(key)) {
            throw new IllegalArgumentException(
                    "'match." + key + "' is no key: use topics, stories, severity, languages, countries or places");
        }
    }

    private static Alert.@Nullable Severity severity(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        for (var severity : Alert.Severity.values()) {
            if (severity.name().equals(json.asText())) {
                return severity;
            }
        }
        throw new IllegalArgumentException("'match.severity' must be one of Extreme, Severe, Moderate, Minor, Unknown");
    }

    private static Set<String> texts(JsonNode json, String key) {
        var list = json.path(key);
        var texts = new HashSet<String>();
        if (!list.isMissingNode() && !list.isArray() || list.size() > MOST) {
            throw new IllegalArgumentException("'match." + key + "' must be a list of at most " + MOST + " texts");
        }
        for (var item : list) {
            if (!item.isTextual()
                    || item.textValue().isBlank()
                    || item.textValue().length() > LONGEST) {
                throw new IllegalArgumentException(
                        "'match." + key + "' must hold texts of 1 to " + LONGEST + " characters");
            }
            texts.add(item.textValue().strip());
        }
        return texts;
    }

    private static String text(JsonNode json, String key) {
        var text = json.path(key).asText("").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("'" + key + "' must be a text of 1 to " + LONGEST + " characters");
        }
        return text;
    }

    private static Instant instant(JsonNode json, String key) {
        try {
            return Instant.ofEpochMilli(
                    OffsetDateTime.parse(json.path(key).asText("")).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + key + "' must be a time (RFC 3339) such as 2022-01-06T20:00:00Z");
        }
    }
}

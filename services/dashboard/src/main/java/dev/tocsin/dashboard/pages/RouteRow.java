package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.dashboard.words.Speech;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A route of notify, as the settings show it.
 *
 * @param matches which alerts it takes; empty for all
 * @param status of CAP, one of which an alert has
 * @param by what is told together: story, topic or route
 * @param gather how long it gathers; empty for not at all, as the interval
 * @param unless the severity that quiet hours do not hold back; null for none
 */
public record RouteRow(
        String name,
        List<DeliveriesView.Match> matches,
        int origins,
        List<String> status,
        String by,
        String gather,
        String interval,
        @Nullable Span hours,
        @Nullable Span quiet,
        @Nullable String unless,
        @Nullable Digest digest,
        List<String> to,
        List<Step> steps) {
    /** Hours of some days, in words. */
    public record Span(String text) {}

    /** When a digest is told. @param minute of each hour, where it is hourly */
    public record Digest(boolean hourly, String at, String minute, String zone, boolean empty) {}

    /** Who is told when nobody answered for so long. */
    public record Step(String after, List<String> to) {}

    /**
     * Reads notify's answer.
     *
     * @param topics what the reader calls them, by id
     * @param story the words of spans of time
     */
    public static List<RouteRow> of(JsonNode routes, Map<String, String> topics, Speech story) {
        var rows = new ArrayList<RouteRow>();
        for (var route : routes.path("items")) {
            rows.add(row(route, topics, story));
        }
        return rows;
    }

    /** Whether its match is no condition. */
    public boolean isAny() {
        return matches.isEmpty();
    }

    /** Whether it takes what is real, and nothing else. */
    public boolean isActual() {
        return status.equals(List.of("Actual"));
    }

    /** Whether each revision is told as it comes. */
    public boolean isAtOnce() {
        return gather.isEmpty() && interval.isEmpty();
    }

    private static RouteRow row(JsonNode route, Map<String, String> topics, Speech story) {
        var steps = new ArrayList<Step>();
        for (var step : route.path("escalate")) {
            steps.add(new Step(span(step.path("after"), story), texts(step.path("to"))));
        }
        var digest = route.path("digest");
        var at = digest.path("at").asText();
        return new RouteRow(
                route.path("name").asText(),
                DeliveriesView.matches(route.path("match"), topics),
                route.path("origins").asInt(),
                texts(route.path("status")),
                route.at("/group/by").asText(),
                span(route.at("/group/wait"), story),
                span(route.at("/group/interval"), story),
                hours(route.path("hours"), story),
                hours(route.at("/quiet/hours"), story),
                route.at("/quiet/unless").textValue(),
                digest.isObject()
                        ? new Digest(
                                digest.path("every").asText().equals("hour"),
                                at,
                                at.substring(at.indexOf(':') + 1),
                                digest.path("zone").asText(),
                                digest.path("empty").asBoolean())
                        : null,
                texts(route.path("to")),
                steps);
    }

    private static @Nullable Span hours(JsonNode hours, Speech story) {
        if (!hours.isObject()) {
            return null;
        }
        var days = texts(hours.path("days")).stream()
                .map(day -> DayOfWeek.valueOf(day).getDisplayName(TextStyle.SHORT, story.locale()))
                .collect(Collectors.joining(", "));
        return new Span((days.isEmpty() ? "" : days + " ") + hours.path("from").asText() + "–"
                + hours.path("to").asText() + " (" + hours.path("zone").asText() + ")");
    }

    private static String span(JsonNode duration, Speech story) {
        try {
            var span = Duration.parse(duration.asText());
            return span.isZero() ? "" : Spell.span(span, story);
        } catch (DateTimeException e) {
            return duration.asText();
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

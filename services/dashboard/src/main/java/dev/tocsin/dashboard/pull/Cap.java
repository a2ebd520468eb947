package dev.tocsin.dashboard.pull;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Place;
import dev.tocsin.dashboard.markup.XmlText;
import dev.tocsin.dashboard.pages.AlertHistory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A story's latest alert in the OASIS Common Alerting Protocol 1.2 (CAP-v1.2-os, section 3.2). It is restricted to the
 * desk: what the press says is no public warning.
 *
 * @param sender of all alerts; without blanks, commas, {@code <} and {@code &}
 */
public record Cap(String sender) {
    public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    /** The media type that OASIS registered. */
    public static final String MEDIA_TYPE = "application/cap+xml";

    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

    /** CAP has no {@code Z}: UTC is {@code -00:00}. */
    private static final DateTimeFormatter SENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'").withZone(ZoneOffset.UTC);

    private static final int HEADLINE = 160;
    private static final int MOST_PLACES = 50;
    private static final int MOST_REFERENCES = 200;

    public Cap {
        if (!sender.matches("[^\\s,<&]{1,200}")) {
            throw new IllegalArgumentException("tocsin.dashboard.sender is '" + sender
                    + "', which must be without blanks, commas, < and &, such as tocsin@example.org");
        }
    }

    /**
     * The alert as XML.
     *
     * @param event what kind of event: the topic's name
     * @param places of the story
     * @param page of the story
     */
    public byte[] xml(AlertHistory history, String event, List<Place> places, URI page) {
        var alert = history.latest();
        var xml = new Xml();
        xml.root("alert", NAMESPACE, () -> {
            xml.text("identifier", identifier(alert));
            xml.text("sender", sender);
            xml.text("sent", sent(alert));
            xml.text("status", alert.status().name());
            xml.text("msgType", alert.msgType().name());
            xml.text("source", "Tocsin");
            xml.text("scope", "Restricted");
            xml.text("restriction", "For the monitoring desk: reports of the press, not a public warning.");
            xml.text(
                    "note",
                    alert.status() == Alert.Status.Exercise ? "A replay or an exercise: nothing of it is now." : null);
            if (alert.msgType() != Alert.MsgType.Alert) {
                xml.text("references", references(history));
            }
            xml.text("incidents", word(alert.story()));
            headlines(alert).forEach((language, headline) -> info(xml, alert, language, headline, event, places, page));
        });
        return xml.bytes();
    }

    private void info(
            Xml xml, Alert alert, String language, String headline, String event, List<Place> places, URI page) {
        xml.element("info", () -> {
            xml.text("language", LANGUAGE.matcher(language).matches() ? language : "und");
            xml.text("category", "Other");
            xml.text("event", event);
            xml.text("urgency", alert.urgency().name());
            xml.text("severity", alert.severity().name());
            xml.text("certainty", alert.certainty().name());
            xml.text("effective", SENT.format(alert.times().alerted()));
            xml.text("senderName", "Tocsin");
            xml.text("headline", cut(headline));
            xml.text(
                    "description",
                    alert.changes().stream().map(Alert.Change::text).collect(Collectors.joining("\n")));
            xml.text("web", page.toASCIIString());
            parameter(xml, "parameter", "articles", String.valueOf(alert.articleCount()));
            parameter(xml, "parameter", "independentOrigins", String.valueOf(alert.independentOrigins()));
            if (alert.credibility() != null) {
                parameter(xml, "parameter", "credibility", String.valueOf(alert.credibility()));
            }
            areas(xml, places);
        });
    }

    /** One area a place: we know the point and nothing of its extent, so the circle has no radius. */
    private static void areas(Xml xml, List<Place> places) {
        Map<String, Place> distinct = new LinkedHashMap<>();
        places.forEach(place -> distinct.putIfAbsent(place.id(), place));
        distinct.values().stream()
                .filter(place -> !place.name().isBlank())
                .limit(MOST_PLACES)
                .forEach(place -> xml.element("area", () -> {
                    xml.text("areaDesc", place.name());
                    if (place.lat() != null && place.lon() != null) {
                        xml.text("circle", String.format(Locale.ROOT, "%.5f,%.5f 0", place.lat(), place.lon()));
                    }
                    if (place.country() != null) {
                        parameter(xml, "geocode", "ISO 3166-1", place.country());
                    }
                }));
    }

    private static void parameter(Xml xml, String element, String name, String value) {
        xml.element(element, () -> {
            xml.text("valueName", name);
            xml.text("value", value);
        });
    }

    /** The headline, then one title for each other language of which there is an article. */
    private static Map<String, String> headlines(Alert alert) {
        var headlines = new LinkedHashMap<String, String>();
        headlines.put(alert.language(), alert.headline());
        for (var link : alert.links()) {
            if (link.title() != null && !link.title().isBlank()) {
                headlines.putIfAbsent(link.language(), link.title());
            }
        }
        return headlines;
    }

    /** All earlier messages on the story, each as sender, identifier and time. */
    private String references(AlertHistory history) {
        return history.revisions().stream()
                .filter(revision -> revision.revision() < history.latest().revision())
                .sorted(Comparator.comparingInt(Alert::revision))
                .limit(MOST_REFERENCES)
                .map(revision -> sender + "," + identifier(revision) + "," + sent(revision))
                .collect(Collectors.joining(" "));
    }

    static String identifier(Alert alert) {
        return word(alert.story()) + "." + alert.revision();
    }

    private static String sent(Alert alert) {
        Instant alerted = alert.times().alerted();
        return SENT.format(alerted);
    }

    /** An identifier holds no blanks, commas, {@code <} and {@code &}. */
    private static String word(String id) {
        return id.replaceAll("[^A-Za-z0-9._:-]", "_");
    }

    private static String cut(String headline) {
        var line = XmlText.clean(headline).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= HEADLINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, HEADLINE - 1)) + "…";
    }
}

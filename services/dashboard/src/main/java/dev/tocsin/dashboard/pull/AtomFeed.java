package dev.tocsin.dashboard.pull;

import dev.tocsin.contracts.Alert;
import dev.tocsin.dashboard.pages.AlertHistory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Alerts as an Atom 1.0 feed (RFC 4287): one entry a story, with all that changed. Ids are tag URIs (RFC 4151) that stay
 * while stories do.
 *
 * @param sender names us in ids
 * @param self where the feed was asked for
 * @param base of our pages, with a slash at its end
 */
public record AtomFeed(String sender, URI self, URI base) {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final int MOST_REVISIONS = 20;

    /**
     * The feed.
     *
     * @param topics names by id
     * @param updated when there is no story
     */
    public byte[] xml(List<AlertHistory> stories, Map<String, String> topics, Instant updated) {
        var xml = new Xml();
        xml.root("feed", NAMESPACE, () -> {
            xml.text("id", tag("alerts" + (self.getRawQuery() == null ? "" : "?" + self.getRawQuery())));
            xml.text("title", "Tocsin alerts");
            xml.text("updated", time(updated(stories, updated)));
            xml.element("author", () -> xml.text("name", "Tocsin"));
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", base);
            stories.forEach(story -> entry(xml, story, topics));
        });
        return xml.bytes();
    }

    /** When the latest of the stories was alerted. */
    public static Instant updated(List<AlertHistory> stories, Instant otherwise) {
        return stories.stream()
                .map(story -> story.latest().times().alerted())
                .max(Instant::compareTo)
                .orElse(otherwise);
    }

    private void entry(Xml xml, AlertHistory history, Map<String, String> topics) {
        var alert = history.latest();
        var revisions = history.revisions();
        var id = URLEncoder.encode(alert.story(), StandardCharsets.UTF_8).replace("+", "%20");
        xml.element("entry", () -> {
            xml.text("id", tag("story/" + id));
            xml.element("title", () -> xml.characters(title(alert)));
            xml.text("updated", time(alert.times().alerted()));
            xml.text("published", time(revisions.getLast().times().alerted()));
            link(xml, "alternate", "text/html", base.resolve("stories/" + id));
            link(xml, "related", Cap.MEDIA_TYPE, base.resolve("api/alerts/" + id + "/cap.xml"));
            category(xml, alert.topic(), topics.getOrDefault(alert.topic(), alert.topic()));
            category(xml, alert.severity().name(), alert.severity().name());
            if (alert.status() != Alert.Status.Actual) {
                category(xml, alert.status().name(), alert.status().name());
            }
            xml.element("content", () -> {
                xml.attribute("type", "xhtml");
                xml.root("div", XHTML, () -> revisions.stream()
                        .limit(MOST_REVISIONS)
                        .forEach(r -> changes(xml, r)));
            });
        });
    }

    private static String title(Alert alert) {
        var headline = alert.headline().isBlank() ? "(no headline)" : alert.headline();
        return alert.msgType() == Alert.MsgType.Cancel ? "Cancelled: " + headline : headline;
    }

    private static void changes(Xml xml, Alert revision) {
        xml.text(
                "p",
                revision.msgType() + " " + revision.revision() + ", "
                        + time(revision.times().alerted()));
        if (!revision.changes().isEmpty()) {
            xml.element("ul", () -> revision.changes().forEach(change -> xml.text("li", change.text())));
        }
    }

    private static void link(Xml xml, String relation, String type, URI to) {
        xml.element("link", () -> {
            xml.attribute("rel", relation);
            xml.attribute("type", type);
            xml.attribute("href", to.toASCIIString());
        });
    }

    private static void category(Xml xml, String term, String label) {
        xml.element("category", () -> {
            xml.attribute("term", term);
            xml.attribute("label", label);
        });
    }

    private String tag(String what) {
        return "tag:" + sender + ",2026:" + what;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package dev.tocsin.dashboard.pull;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AtomFeedTest {
    private static final AtomFeed FEED = new AtomFeed(
            "tocsin@example.org",
            URI.create("https://tocsin.example/api/alerts.atom?topic=protests"),
            URI.create("https://tocsin.example/"));

    @Test
    void hasWhatAFeedMustHave() throws Exception {
        var feed = parse(xml(1, "Protest"));

        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(text(feed, "id")).isEqualTo("tag:tocsin@example.org,2026:alerts?topic=protests");
        assertThat(text(feed, "updated")).isEqualTo("2022-01-05T12:01:00Z");
        assertThat(xml(1, "Protest"))
                .contains(
                        "rel=\"self\" type=\"application/atom+xml\" href=\"https://tocsin.example/api/alerts.atom?topic=protests\"");
    }

    @Test
    void hasOneEntryAStory_whoseIdStays_withAllItsChanges() throws Exception {
        var entry = entry(xml(3, "Protest"));

        assertThat(text(entry, "id"))
                .isEqualTo(text(entry(xml(1, "Protest")), "id"))
                .contains("story/s%201%2Cx");
        assertThat(text(entry, "updated")).isEqualTo("2022-01-05T12:03:00Z");
        assertThat(text(entry, "published")).isEqualTo("2022-01-05T12:01:00Z");
        assertThat(text(entry, "content")).contains("killed: 3 <b>", "killed: 2 <b>", "killed: 1 <b>");
    }

    @Test
    void keepsHostileTextText() throws Exception {
        var hostile = "<script>alert(1)</script> ]]> \u0000\uFFFE";

        assertThat(xml(1, hostile)).doesNotContain("<script", "\u0000");
        assertThat(text(entry(xml(1, hostile)), "title")).startsWith("<script>alert(1)</script> ]]>");
    }

    @Test
    void isAFeed_whenNothingRang() throws Exception {
        var empty = new String(FEED.xml(List.of(), Map.of(), CapTest.AT), UTF_8);

        assertThat(text(parse(empty), "updated")).isEqualTo("2022-01-05T12:00:00Z");
    }

    private static String xml(int revisions, String headline) {
        var history = CapTest.alerts(revisions, Alert.Status.Actual, headline);
        return new String(FEED.xml(List.of(history), Map.of("protests", "Protests"), CapTest.AT), UTF_8);
    }

    private static Element entry(String xml) throws Exception {
        return (Element) parse(xml).getElementsByTagNameNS("*", "entry").item(0);
    }

    private static String text(Element parent, String name) {
        return CapRules.text(parent, name);
    }

    private static Element parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
                .getDocumentElement();
    }
}

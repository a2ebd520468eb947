package dev.tocsin.classify.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.classify.actors.Actors;
import dev.tocsin.contracts.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The seed articles, where they are at hand: every reaction that they must yield. */
class SeedReactionsTest {
    private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
    private static final Path SEEDS = ROOT.resolve("../shared/seeds").normalize();
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

    @Test
    void findsEveryExpectedReaction() throws Exception {
        assumeTrue(Files.isDirectory(SEEDS), () -> "not run: the seed articles are not at " + SEEDS);
        var actors = Actors.read(ROOT.resolve("actors"));
        var reactions = new Reactions(actors);
        var expected =
                Json.mapper().readTree(SEEDS.resolve("expected.json").toFile()).path("articles");
        var items = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(SEEDS.resolve("feed.xml")))))
                .getElementsByTagName("item");
        assertThat(items.getLength()).isEqualTo(expected.size());
        for (int i = 0; i < items.getLength(); i++) {
            var item = (Element) items.item(i);
            var seed = expected.path(item.getElementsByTagName("guid").item(0).getTextContent());
            var text = item.getElementsByTagNameNS(CONTENT, "encoded")
                    .item(0)
                    .getTextContent()
                    .replace("</p>", "\n\n")
                    .replaceAll("<[^>]*>", "");
            var language = seed.path("language").asText();
            var found = reactions.find(language, null, text, actors.find(language, null, text));
            for (JsonNode actor : seed.path("reactions")) {
                assertThat(found).anySatisfy(r -> assertThat(r.actor()).contains(actor.asText()));
            }
        }
    }
}

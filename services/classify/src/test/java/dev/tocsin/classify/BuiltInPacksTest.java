package dev.tocsin.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.classify.eval.TopicEval;
import dev.tocsin.classify.eval.TopicReport;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.pack.PackFolder;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The packs that Tocsin comes with: reading them runs their own examples. */
class BuiltInPacksTest {
    private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
    private static final Path SHARED = ROOT.resolve("../shared");
    private static final List<String> MISSION = List.of("csto-deployment", "diplomatic-reactions", "protests");

    private static Classifier classifier;

    @BeforeAll
    static void readPacks() throws Exception {
        classifier = Classifier.of(PackFolder.read(ROOT.resolve("topicpacks")));
    }

    @Test
    void speakEnglishItalianAndRussian() {
        assertThat(classifier.packs()).extracting(TopicPack::id).containsAll(MISSION);
        for (var pack : classifier.packs()) {
            assertThat(pack.name()).containsKeys("en", "it", "ru");
            for (var language : List.of("en", "it", "ru")) {
                assertThat(pack.examples().match()).anyMatch(e -> e.language().equals(language));
                assertThat(pack.examples().reject()).anyMatch(e -> e.language().equals(language));
            }
        }
    }

    /** Written for these tests, after the habits of news agencies, ministries and speeches; near misses among them. */
    @ParameterizedTest
    @ValueSource(strings = {"csto-deployment", "diplomatic-reactions", "protests"})
    void tellSentencesFromNearMisses(String topic) throws Exception {
        var wrong = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/sentences", topic + ".tsv"))) {
            var parts = line.split("\t");
            if (parts.length == 3
                    && topics(classifier.classify(null, parts[2], parts[1])).contains(topic) != parts[0].equals("+")) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void comeWithMoreThatCanBeSwitchedOn() throws Exception {
        assertThat(PackFolder.read(ROOT.resolve("topicpacks/more")))
                .extracting(TopicPack::id)
                .containsExactly("disasters", "evacuations", "government-shakeup", "internet-shutdown", "sanctions");
    }

    @Test
    void giveOneTextOnlyItsOwnTopic() {
        assertThat(topics(classifier.classify("Riot in the port", "Protesters burnt cars in another country.", "en")))
                .containsExactly("protests");
        assertThat(topics(classifier.classify(null, "Uranium is dearer since Kazakhstan digs less of it.", "en")))
                .isEmpty();
    }

    @Test
    void ringForEachTopicOnTheSampleFeed_andNotOnItsNearMisses() throws Exception {
        var items = items(ROOT.resolve("deploy/sample/feed.xml"));
        var found = new TreeMap<String, Integer>();

        for (var item : items) {
            var id = text(item, "guid");
            var hits = classifier.classify(
                    text(item, "title"),
                    text(item, "description").replaceAll("<[^>]*>", "\n"),
                    id.substring(id.lastIndexOf('-') + 1));
            hits.forEach(h -> found.merge(h.topic(), 1, Integer::sum));
            if (id.matches("sample-(football|uranium|drill|rail).*")) {
                assertThat(hits).as(id).isEmpty();
            }
        }

        assertThat(found).containsOnlyKeys(MISSION.toArray(String[]::new));
        assertThat(found.values()).allMatch(count -> count >= 5);
    }

    @Test
    void findTheTopicsOfTheSeedTexts() throws Exception {
        var feed = SHARED.resolve("seeds/feed.xml");
        assumeTrue(Files.exists(feed), "skipped: the seed texts are not at " + feed);
        var expected = Json.mapper()
                .readTree(SHARED.resolve("seeds/expected.json").toFile())
                .path("articles");
        var items = items(feed);

        for (var item : items) {
            var id = text(item, "guid");
            var wanted = expected.path(id);
            var hits = classifier.classify(
                    text(item, "title"),
                    text(item, "content:encoded").replaceAll("<[^>]*>", "\n"),
                    wanted.path("language").asText());

            var allowed = new TreeSet<>(strings(wanted.path("topics")));
            assertThat(topics(hits)).as(id).containsAll(allowed);
            allowed.addAll(strings(wanted.path("maybe")));
            assertThat(allowed).as(id).containsAll(topics(hits));
        }
        assertThat(items).hasSize(expected.size());
    }

    @Test
    void findTheTopicsOfLabelledTexts() throws Exception {
        var file = SHARED.resolve("devset/topics.jsonl");
        assumeTrue(Files.exists(file), "skipped: the labelled texts are not at " + file);
        var rows = TopicEval.read(file);
        var predicted = rows.stream()
                .map(r -> classifier.classify(r.title(), r.text(), r.language()))
                .toList();

        var report = TopicReport.of(MISSION, rows, predicted, 0);

        assertThat(report.macroF1()).isGreaterThan(0.92);
    }

    private static List<Element> items(Path feed) throws Exception {
        var nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(feed.toFile())
                .getElementsByTagName("item");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static List<String> topics(List<TopicHit> hits) {
        return hits.stream().map(TopicHit::topic).toList();
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(n -> strings.add(n.asText()));
        return strings;
    }

    private static String text(Element item, String name) {
        var found = item.getElementsByTagName(name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }
}

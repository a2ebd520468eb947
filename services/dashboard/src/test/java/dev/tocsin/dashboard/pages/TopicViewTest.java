package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.Json;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TopicViewTest {
    private static final String PACK =
            """
            {"id":"floods","version":3,"name":{"en":"Floods","it":"Alluvioni"},"threshold":0.6,"note":"by hand","signals":[
              {"id":"water","weight":0.4,"terms":{"en":["flood","dam"],"mul":["Danube"]},"near":null},
              {"id":"one","weight":-0.725,"terms":{"it":["diga"]},"near":null},
              {"id":"near","weight":0.5,"terms":{},"near":{"of":["water","one"],"words":6}}]}
            """;

    @Test
    void saysWhatEachSignalFiresOn() throws Exception {
        var topic = TopicView.of(read(PACK), MissingNode.getInstance(), Locale.ITALIAN);
        assertThat(topic.signals())
                .containsExactly(
                        new TopicView.Signal("water", "0.40", 3, 2, "", 0),
                        new TopicView.Signal("one", "\u22120.73", 1, 1, "", 0),
                        new TopicView.Signal("near", "0.50", 0, 0, "water + one", 6));
        assertThat(topic.languages()).extracting(TopicView.Language::tag).containsExactly("en", "it");
        assertThat(topic.languages().getFirst().name()).isEqualTo("Inglese");
        assertThat(topic.name()).isEqualTo("Alluvioni");
        assertThat(topic.threshold()).isEqualTo("0.60");
        assertThat(topic.note()).isEqualTo("by hand");
    }

    @Test
    void takesItsOwnFigures_andHasNoneWhereTheArchiveDoesNotSay() throws Exception {
        var counts = read(
                "{\"items\":[{\"topic\":\"x\",\"articles\":1},{\"topic\":\"floods\",\"articles\":7,\"relevant\":2}]}");
        var topic = TopicView.of(read(PACK), counts, Locale.ENGLISH);
        assertThat(topic.articles()).isEqualTo(7);
        assertThat(topic.isJudged()).isTrue();
        assertThat(TopicView.of(read(PACK), read("{\"items\":[]}"), Locale.ENGLISH)
                        .articles())
                .isNull();
    }

    private static JsonNode read(String json) throws Exception {
        return Json.mapper().readTree(json);
    }
}

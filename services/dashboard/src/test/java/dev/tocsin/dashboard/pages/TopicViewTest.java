package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.Json;
import org.junit.jupiter.api.Test;

class TopicViewTest {
    private static final String PACK =
            """
            {"id":"floods","version":3,"name":{"en":"Floods"},"threshold":0.6,"note":"by hand","signals":[
              {"id":"water","weight":0.4,"terms":{"en":["flood","dam"],"mul":["Danube"]},"near":null},
              {"id":"one","weight":-0.725,"terms":{"it":["diga"]},"near":null},
              {"id":"near","weight":0.5,"terms":{},"near":{"of":["water","one"],"words":6}}]}
            """;

    @Test
    void saysWhatEachSignalFiresOn() throws Exception {
        var topic = TopicView.of(read(PACK), MissingNode.getInstance());
        assertThat(topic.signals())
                .containsExactly(
                        new TopicView.Signal("water", "0.40", "3 terms in 2 languages"),
                        new TopicView.Signal("one", "\u22120.73", "1 term"),
                        new TopicView.Signal("near", "0.50", "water + one within 6 words"));
        assertThat(topic.languages()).extracting(TopicView.Language::tag).containsExactly("en", "it");
        assertThat(topic.threshold()).isEqualTo("0.60");
        assertThat(topic.note()).isEqualTo("by hand");
    }

    @Test
    void takesItsOwnFigures_andHasNoneWhereTheArchiveDoesNotSay() throws Exception {
        var counts = read(
                "{\"items\":[{\"topic\":\"x\",\"articles\":1},{\"topic\":\"floods\",\"articles\":7,\"relevant\":2}]}");
        var topic = TopicView.of(read(PACK), counts);
        assertThat(topic.articles()).isEqualTo(7);
        assertThat(topic.isJudged()).isTrue();
        assertThat(TopicView.of(read(PACK), read("{\"items\":[]}")).articles()).isNull();
    }

    private static JsonNode read(String json) throws Exception {
        return Json.mapper().readTree(json);
    }
}

package dev.tocsin.archive.keep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private final Erasures erased = new Erasures(List.of(new Erasure(
            ErasureKey.of("gone").text(), List.of(ErasureKey.of("Its title").text()), "ada", "asked", Instant.EPOCH)));

    @Test
    void takesTheWordsOfErasedArticlesOut_andNoOthers() throws Exception {
        var story = read(
                """
                {"headline":"Its title","ledger":[{"entries":[{"low":18,"quote":"eighteen","article":"gone"},
                {"low":19,"quote":"nineteen","article":"kept"}]}],"links":[{"article":"gone","url":"https://x","title":"Its title"}],
                "names":[{"article":"gone","spelling":"Tokaïev","actor":"a"}]}
                """);
        assertThat(Redaction.apply(story, erased)).isTrue();
        assertThat(story.toString())
                .doesNotContain("eighteen", "Its title", "https://x", "Tokaïev")
                .contains("nineteen", "\"low\":18", "\"headline\":\"[erased]\"");
        assertThat(Redaction.apply(story, erased)).as("again").isFalse();
    }

    @Test
    void leavesAloneWhatNamesNone() throws Exception {
        var story = read("{\"headline\":\"Another\",\"why\":[{\"article\":\"kept\",\"quote\":\"words\"}]}");
        assertThat(Redaction.apply(story, erased)).isFalse();
        assertThat(story.toString()).contains("words");
    }

    private static ObjectNode read(String json) throws Exception {
        return (ObjectNode) Json.mapper().readTree(json);
    }
}

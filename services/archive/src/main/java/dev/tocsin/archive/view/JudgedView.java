package dev.tocsin.archive.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.anew.Judgement;
import dev.tocsin.contracts.Json;

/** The JSON of a text that a desk judged by its story: what a pack can be refitted from. */
public final class JudgedView {
    /** As much as is read when an article is classified. */
    private static final int MOST_TEXT = 60_000;

    private JudgedView() {}

    /** @param article as the archive has it, whole */
    public static ObjectNode of(Judgement judgement, ObjectNode article) {
        var text = article.path("text").asText();
        var item = Json.mapper()
                .createObjectNode()
                .put("story", judgement.story())
                .put("label", judgement.relevant() ? "relevant" : "irrelevant")
                .put("judgedAt", judgement.at().toString())
                .put("article", article.path("id").asText())
                .put("language", article.path("language").path("tag").asText("und"))
                .put("text", text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
        return item.set("title", article.get("title"));
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.util.Map;

/** What ingest answers to lists of feeds. */
final class FakeLists {
    private FakeLists() {}

    /** Of a list as the test wrote it: a feed a line after the first, {@code !} before a wrong one. */
    static ObjectNode tried(String text) {
        var outcome = Json.mapper().createObjectNode();
        var items = outcome.putArray("items");
        int line = 1;
        for (var name : text.lines().skip(1).toList()) {
            boolean wrong = name.startsWith("!");
            var item = items.addObject().put("line", ++line).put("status", wrong ? 422 : 201);
            item.put("url", wrong ? name.substring(1) : "https://" + name + ".example/rss");
            item.put("reason", wrong ? "'url' is '', an address is expected" : null);
            var form =
                    item.putObject("feed").put("url", item.path("url").asText()).put("title", name);
            form.putArray("tags").add("imported");
        }
        int refused = (int) text.lines().filter(l -> l.startsWith("!")).count();
        return outcome.put("created", items.size() - refused).put("existing", 0).put("refused", refused);
    }

    /** Of NDJSON; an address that says "refused" is. */
    static ObjectNode added(String lines, Map<String, ObjectNode> feeds) throws JsonProcessingException {
        var outcome = Json.mapper().createObjectNode();
        var items = outcome.putArray("items");
        int line = 0;
        int refused = 0;
        for (var text : lines.split("\n")) {
            var form = Json.mapper().readTree(text);
            var url = form.path("url").asText();
            boolean wrong = url.contains("refused");
            refused += wrong ? 1 : 0;
            var item = items.addObject()
                    .put("line", ++line)
                    .put("status", wrong ? 422 : 201)
                    .put("url", url);
            item.put("reason", wrong ? "'url' is refused" : null);
            if (!wrong) {
                var id = url.replaceAll("https://|\\..*", "");
                feeds.put(id, FeedSamples.feed(id, form.path("title").asText(null)));
            }
        }
        return outcome.put("created", line - refused).put("existing", 0).put("refused", refused);
    }
}

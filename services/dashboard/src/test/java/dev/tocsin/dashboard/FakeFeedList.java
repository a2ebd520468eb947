package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@link FakeIngest} answers when it is asked which feeds there are. */
final class FakeFeedList {
    private FakeFeedList() {}

    static ObjectNode of(Collection<ObjectNode> feeds, Map<String, String> wanted) {
        var list = Json.mapper().createObjectNode();
        var items = list.putArray("items");
        feeds.stream()
                .filter(f -> wanted.getOrDefault("state", stateOf(f)).equals(stateOf(f)))
                .filter(f -> f.toString()
                        .toLowerCase()
                        .contains(wanted.getOrDefault("q", "").toLowerCase()))
                .filter(f -> !wanted.containsKey("tag") || tags(f).contains(wanted.get("tag")))
                .forEach(items::add);
        return list.putNull("nextCursor");
    }

    static ObjectNode facets(Collection<ObjectNode> feeds) {
        var facets = Json.mapper().createObjectNode().put("total", feeds.size());
        facets.set("states", counted(feeds.stream().map(FakeFeedList::stateOf).toList()));
        facets.set("tags", counted(feeds.stream().flatMap(f -> tags(f).stream()).toList()));
        var countries = feeds.stream()
                .map(f -> f.path("source").path("country").asText(""))
                .filter(c -> !c.isEmpty() && !c.equals("null"))
                .toList();
        facets.set("countries", counted(countries));
        facets.putObject("languages");
        return facets;
    }

    private static JsonNode counted(List<String> all) {
        return Json.mapper().valueToTree(all.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())));
    }

    private static String stateOf(JsonNode feed) {
        return feed.path("paused").asBoolean() ? "paused" : feed.path("state").asText();
    }

    private static List<String> tags(JsonNode feed) {
        var tags = new ArrayList<String>();
        feed.path("tags").forEach(t -> tags.add(t.asText()));
        return tags;
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.pages.HoldView;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;

/** Holds of stories as pages know and change them, in the name of who asks. */
@Singleton
final class Holds {
    private final Lookups lookups;
    private final Neighbours neighbours;
    private final Who who;

    Holds(Lookups lookups, Neighbours neighbours, Who who) {
        this.lookups = lookups;
        this.neighbours = neighbours;
        this.who = who;
    }

    /** Whether a story is held; while the archive does not say, it is told as not held. */
    HoldView of(String story) {
        var hold = lookups.tree(Neighbour.ARCHIVE, path(story)).found();
        return HoldView.of(story, hold.orElse(MissingNode.getInstance()));
    }

    Reply hold(String story, String why) {
        who.note(why);
        var request = Json.write(Map.of("by", who.signature(null), "why", why));
        return neighbours.send(Neighbour.ARCHIVE, "PUT", path(story), MediaType.APPLICATION_JSON, request, Map.of());
    }

    Reply lift(String story) {
        var by = "?by=" + Neighbours.parameter(who.signature(null));
        return neighbours.send(Neighbour.ARCHIVE, "DELETE", path(story) + by, null, null, Map.of());
    }

    /** A held story that an article belonged to when it was held. */
    Optional<String> storyOf(String article) {
        for (var hold : lookups.tree(Neighbour.ARCHIVE, "/holds")
                .found()
                .map(page -> page.path("items"))
                .orElse(MissingNode.getInstance())) {
            for (JsonNode id : hold.path("articles")) {
                if (id.asText().equals(article)) {
                    return Optional.of(hold.path("story").asText());
                }
            }
        }
        return Optional.empty();
    }

    private static String path(String story) {
        return "/stories/" + Neighbours.segment(story) + "/hold";
    }
}

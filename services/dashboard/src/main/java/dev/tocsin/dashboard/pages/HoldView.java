package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a story is held, as its page shows it.
 *
 * @param by who holds it; null where nobody does
 * @param articles how many it had when it was held
 */
public record HoldView(String story, @Nullable String by, String why, Moment at, int articles) {
    /** Of what the archive says; nothing for a story that is not held. */
    public static HoldView of(String story, JsonNode hold) {
        return new HoldView(
                story,
                hold.path("by").textValue(),
                hold.path("why").asText(),
                Moment.read("at", hold.path("at")),
                hold.path("articles").size());
    }
}

package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an erasure took away.
 *
 * @param channels whether the broker confirmed that subscribers are told
 */
public record ErasedView(
        int revisions, int stories, int alerts, boolean channels, String by, String reason, Moment at) {
    /** Of what the archive says of it. */
    public static ErasedView of(JsonNode gone, String by, String reason) {
        return new ErasedView(
                gone.path("revisions").asInt(),
                gone.path("stories").asInt(),
                gone.path("alerts").asInt(),
                gone.path("channels").asBoolean(),
                by,
                reason,
                Moment.read("at", gone.path("at")));
    }
}

package dev.tocsin.dashboard;

import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.pages.AlertHistory;
import dev.tocsin.dashboard.pull.Cap;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An alert in the words of emergency services. */
@Path("/api/alerts/{storyId}/cap.xml")
@Tag(name = "Alerts")
@RunOnVirtualThread
final class CapApi {
    private final Lookups lookups;
    private final Cap cap;

    CapApi(Lookups lookups, DashboardConfig config) {
        this.lookups = lookups;
        cap = new Cap(config.sender());
    }

    @GET
    @Produces(Cap.MEDIA_TYPE)
    @Operation(summary = "The latest alert of a story as OASIS CAP 1.2")
    @APIResponse(responseCode = "200", description = "The alert, with references to those before it")
    @APIResponse(responseCode = "404", description = "No alert of that story")
    public Response alert(@PathParam("storyId") String storyId, @Context UriInfo uri) {
        return switch (lookups.alert(storyId)) {
            case Lookup.Failed<AlertHistory>(Problem problem) -> problem.response();
            case Lookup.Found<AlertHistory>(AlertHistory history) -> {
                var topic = history.latest().topic();
                var places = lookups.story(storyId).found().map(Story::places).orElse(List.of());
                var page = uri.getBaseUri().resolve("stories/" + Neighbours.segment(storyId));
                yield Response.ok(cap.xml(history, lookups.topicNames().getOrDefault(topic, topic), places, page))
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .build();
            }
        };
    }
}

package dev.tocsin.dashboard;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.dashboard.verdicts.VerdictRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the desk is told, and what it decides. */
@Path("/api/alerts")
@Tag(name = "Alerts")
@RunOnVirtualThread
final class AlertsApi {
    private final Passage passage;
    private final Verdicts verdicts;
    private final Once once;

    AlertsApi(Passage passage, Verdicts verdicts, Once once) {
        this.passage = passage;
        this.once = once;
        this.verdicts = verdicts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The latest alert of each story, the newest first")
    @Parameter(name = "topic", in = ParameterIn.QUERY, description = "id of a topic")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "new, or the latest verdict")
    @Parameter(name = "since", in = ParameterIn.QUERY, description = "alerted at or after, RFC 3339")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "items a page")
    @APIResponse(
            responseCode = "200",
            description = "{items, nextCursor}: each item an alert with `verdict`, the latest one or null, and"
                    + " `firstAlerted`, when the story first rang")
    public Response list(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/alerts", uri);
    }

    @GET
    @Path("{storyId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The alert of a story with its history")
    @APIResponse(
            responseCode = "200",
            description = "The latest alert, with `revisions` (all alerts of the story), `verdicts` (all) and `verdict`"
                    + " (the latest)",
            content = @Content(schema = @Schema(implementation = Alert.class)))
    @APIResponse(responseCode = "404", description = "No alert of that story")
    public Response one(@PathParam("storyId") String storyId, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/alerts/" + Neighbours.segment(storyId), uri);
    }

    @POST
    @Path("{storyId}/verdicts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decides on an alert",
            description = "Answers when the broker has the verdict; the archive and all open boards follow.")
    @RequestBody(content = @Content(schema = @Schema(implementation = VerdictRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The verdict as it was written to the channel",
            content = @Content(schema = @Schema(implementation = Verdict.class)))
    @APIResponse(responseCode = "400", description = "The body is no JSON object of this form")
    @APIResponse(responseCode = "404", description = "No alert of that story")
    @APIResponse(responseCode = "422", description = "A field is wrong; `errors` names each")
    public Response decide(
            @PathParam("storyId") String storyId,
            @Parameter(hidden = true) @HeaderParam("traceparent") @Nullable String trace,
            @Context HttpServerRequest request,
            byte[] body) {
        return once.answer(request, body, () -> verdicts.decide(storyId, body, trace, once.name(request)));
    }
}

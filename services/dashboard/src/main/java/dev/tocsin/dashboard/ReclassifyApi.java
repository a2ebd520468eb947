package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Meets archived articles with a topic's pack as it is now, because a desk asks for it. */
@Path("/api/topics/{id}/reclassify")
@Tag(name = "Topics")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ReclassifyApi {
    private static final String JOB =
            "{id, topic, version, from, to, exercise, state: running|done|cancelled|failed, articles, read, changed,"
                    + " entered, left, unanswered, startedAt, endedAt, reason}";

    private final Passage passage;

    ReclassifyApi(Passage passage) {
        this.passage = passage;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Applies a topic's pack to archived articles",
            description =
                    "Only that topic's hits change, and only to a newer version of the pack. Live stories and alerts"
                            + " stay as they are. One request goes at a time; what broke off is simply asked for again.")
    @RequestBody(
            description =
                    "{from, to, exercise}, all optional: the span of event times in RFC 3339, `from` included, `to`"
                            + " not; and whether stories and alerts are made of the articles that belong, as exercises",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "202", description = "It runs: " + JOB)
    @APIResponse(responseCode = "400", description = "A time is wrong; `detail` says which")
    @APIResponse(responseCode = "404", description = "No such topic")
    @APIResponse(responseCode = "409", description = "Another one runs; `detail` says for which topic")
    public Response begin(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte @Nullable [] body) {
        return passage.send(Neighbour.ARCHIVE, "POST", path(id), uri, headers, body);
    }

    @GET
    @Operation(summary = "How far it is, or what came of it")
    @APIResponse(responseCode = "200", description = JOB)
    @APIResponse(responseCode = "204", description = "The last request was of another topic, or there was none")
    public Response get(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, path(id), uri);
    }

    @DELETE
    @Operation(summary = "Ends it after the articles that are on their way; what is done stays")
    @APIResponse(responseCode = "200", description = JOB)
    @APIResponse(responseCode = "404", description = "None runs for this topic")
    public Response cancel(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.ARCHIVE, "DELETE", path(id), uri, headers, null);
    }

    private static String path(String id) {
        return "/topics/" + Neighbours.segment(id) + "/reclassify";
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts of topic packs as they are typed, kept between two visits of the page; one for each topic. */
@Path("/api/topics")
@Tag(name = "Rule lab")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class DraftsApi {
    private static final String DRAFT = "{topic, revision, base, savedAt, text}; its revision is the `ETag`";

    private final Passage passage;
    private final Neighbours neighbours;

    DraftsApi(Passage passage, Neighbours neighbours) {
        this.passage = passage;
        this.neighbours = neighbours;
    }

    @GET
    @Path("{id}/draft")
    @Operation(summary = "The draft of a topic's pack")
    @APIResponse(responseCode = "200", description = DRAFT)
    @APIResponse(responseCode = "204", description = "There is none")
    public Response get(@PathParam("id") String id) {
        return tagged(neighbours.get(Neighbour.ARCHIVE, path(id)));
    }

    @PUT
    @Path("{id}/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keeps a draft of a topic's pack, right or wrong",
            description =
                    "Send the `ETag` of what it replaces as `If-Match`, or `If-None-Match: *` for the first one, so"
                            + " that two who write do not undo each other's work.")
    @RequestBody(
            description = "{text, base}: as it was typed, at most 1 MB, and the version it was made from (optional)",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = DRAFT)
    @APIResponse(responseCode = "412", description = "Somebody saved another one meanwhile")
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String none,
            byte[] body) {
        var headers = new HashMap<String, String>();
        if (match != null) {
            headers.put(HttpHeaders.IF_MATCH, match);
        }
        if (none != null) {
            headers.put(HttpHeaders.IF_NONE_MATCH, none);
        }
        return tagged(neighbours.send(Neighbour.ARCHIVE, "PUT", path(id), MediaType.APPLICATION_JSON, body, headers));
    }

    @DELETE
    @Path("{id}/draft")
    @Operation(summary = "Throws a draft away")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is none")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.ARCHIVE, "DELETE", path(id), uri, headers, null);
    }

    private static Response tagged(Reply reply) {
        var response = Passage.response(reply);
        if (reply instanceof Reply.Answer draft && draft.status() == 200) {
            try {
                var revision = Json.read(draft.body(), JsonNode.class).path("revision");
                return Response.fromResponse(response)
                        .tag(new EntityTag(revision.asText()))
                        .build();
            } catch (UnreadableMessageException e) {
                // passed on without
            }
        }
        return response;
    }

    private static String path(String id) {
        return "/topics/" + Neighbours.segment(id) + "/draft";
    }
}

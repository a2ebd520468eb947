package dev.tocsin.dashboard;

import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.manners.JsonText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a topic's pack was before, and the way back to it. */
@Path("/api/topics")
@Tag(name = "Topics")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class VersionsApi {
    private final Passage passage;
    private final Neighbours neighbours;
    private final Topics topics;

    VersionsApi(Passage passage, Neighbours neighbours, Topics topics) {
        this.passage = passage;
        this.neighbours = neighbours;
        this.topics = topics;
    }

    /** What is asked of a way back. */
    record RollBack(@Nullable Integer version, @Nullable String note) {}

    @GET
    @Path("{id}/versions")
    @Operation(summary = "The versions of a topic's pack, newest first; of one that was ended too")
    @APIResponse(responseCode = "200", description = "{items}: each {version, at, note, threshold, signals}")
    public Response versions(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, path(id) + "/versions", uri);
    }

    @GET
    @Path("{id}/versions/{version}")
    @Operation(summary = "A topic's pack as it was")
    @APIResponse(
            responseCode = "200",
            description = "The topic pack",
            content = @Content(schema = @Schema(implementation = TopicPack.class)))
    @APIResponse(responseCode = "404", description = "No such version")
    public Response version(@PathParam("id") String id, @PathParam("version") String version, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, path(id) + "/versions/" + Neighbours.segment(version), uri);
    }

    @GET
    @Path("{id}/pack.yaml")
    @Produces("application/yaml")
    @Operation(summary = "A topic's pack as a file in YAML; with `version`, as it was then")
    @APIResponse(responseCode = "200", description = "The pack", content = @Content(mediaType = "application/yaml"))
    @APIResponse(responseCode = "404", description = "No such topic, or no such version")
    public Response yaml(@PathParam("id") String id, @QueryParam("version") @Nullable Integer version) {
        var asked = neighbours.get(Neighbour.ARCHIVE, path(id) + (version == null ? "" : "/versions/" + version));
        return asked instanceof Reply.Answer pack && pack.ok()
                ? Passage.response(neighbours.send(
                        Neighbour.CLASSIFY, "POST", "/packs/yaml", MediaType.APPLICATION_JSON, pack.body(), Map.of()))
                : Passage.response(asked);
    }

    @POST
    @Path("{id}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts an earlier version of a topic's pack into force again",
            description = "It becomes a version of its own, the next, and its note says so. A topic that was ended is"
                    + " watched again by it.")
    @RequestBody(
            description = "{version, note}: which, and why (optional)",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description = "The topic pack as it is in force",
            content = @Content(schema = @Schema(implementation = TopicPack.class)))
    @APIResponse(responseCode = "404", description = "No such version")
    @APIResponse(responseCode = "412", description = "It was changed since the version that `If-Match` names")
    @APIResponse(responseCode = "422", description = "The pack is wrong by now; `detail` says line, key and reason")
    public Response rollBack(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(CloudEvent.TRACE_PARENT) @Nullable String trace,
            byte[] body) {
        var fault = JsonText.fault(body);
        if (fault.isPresent()) {
            return Passage.malformed(fault.get());
        }
        try {
            return rollBack(id, Json.read(body, RollBack.class), match, trace);
        } catch (UnreadableMessageException e) {
            return Problem.of(400, "Malformed request", "The request " + e.getMessage())
                    .response();
        }
    }

    private Response rollBack(String id, RollBack wanted, @Nullable String match, @Nullable String trace) {
        if (wanted.version() == null || wanted.version() < 1) {
            return Problem.of(400, "Malformed request", "'version' is missing: say which to put into force again.")
                    .response();
        }
        return Notes.tooLong(wanted.note())
                ? Notes.refused()
                : topics.rollBack(
                        id, wanted.version(), new Topics.Change(match, false, Notes.of(wanted.note()), trace));
    }

    private static String path(String id) {
        return "/topics/" + Neighbours.segment(id);
    }
}

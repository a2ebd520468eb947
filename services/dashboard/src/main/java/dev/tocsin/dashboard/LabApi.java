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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts of topic packs, tried before anything comes of them. */
@Path("/api/topics")
@Tag(name = "Rule lab")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class LabApi {
    private static final String BACKTEST =
            "{id, topic, draft, live, digest, from, to, state: running|done|cancelled|failed, articles, read, rate, eta,"
                    + " startedAt, endedAt, reason, findings: {hits, languages, days, when, stories, verdicts, gained, lost,"
                    + " bounded}}";

    private final Passage passage;
    private final Neighbours neighbours;
    private final Topics topics;

    LabApi(Passage passage, Neighbours neighbours, Topics topics) {
        this.passage = passage;
        this.neighbours = neighbours;
        this.topics = topics;
    }

    @POST
    @Path("{id}/trial")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Tries a draft of a pack, right or wrong, with its own examples",
            description = "Nothing is kept, and nothing comes of it.")
    @RequestBody(
            description = "The pack in YAML or JSON",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description =
                    "{sound, pack, mistake: {line, key, reason}, examples: [{key, line, example, holds, score: {value,"
                            + " belongs, fired, behind, missing, evidence}}]}")
    public Response trial(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return Passage.response(neighbours.send(
                Neighbour.CLASSIFY, "POST", "/packs/trial", "text/plain; charset=utf-8", body, Map.of()));
    }

    @POST
    @Path("{id}/try")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Meets a text with a draft of a pack")
    @RequestBody(
            description = "{pack, language, title, text}: the pack in YAML or JSON, as a string",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description = "{topic, threshold, score: {value, belongs, fired, behind, missing, evidence}}")
    @APIResponse(responseCode = "422", description = "The pack is wrong; `detail` says line, key and reason")
    public Response tryOne(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.CLASSIFY, "POST", "/packs/try", uri, headers, body);
    }

    @POST
    @Path("{id}/backtest")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Takes a draft of a pack through the archive",
            description =
                    "It tells what the draft would have found and rung, against what analysts judged and against the"
                            + " version in force. Nothing comes of it. One goes at a time, with a share of the machine.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "event time at or after, RFC 3339")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "event time before, RFC 3339")
    @RequestBody(
            description = "The pack in YAML or JSON",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "202", description = "It runs: " + BACKTEST)
    @APIResponse(responseCode = "409", description = "Another one runs; `detail` says of which topic")
    @APIResponse(responseCode = "422", description = "The pack is wrong; `detail` says line, key and reason")
    public Response begin(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        var tried = topics.check(body);
        return tried instanceof Reply.Answer sound && sound.ok()
                ? passage.send(Neighbour.ARCHIVE, "POST", path(id), uri, headers, sound.body())
                : Passage.response(tried);
    }

    @GET
    @Path("{id}/backtest")
    @Operation(summary = "How far the topic's last backtest is, and what it found so far")
    @APIResponse(responseCode = "200", description = BACKTEST)
    @APIResponse(responseCode = "204", description = "There was none")
    public Response get(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, path(id), uri);
    }

    @DELETE
    @Path("{id}/backtest")
    @Operation(summary = "Ends the topic's backtest; what it found until then stays")
    @APIResponse(responseCode = "200", description = BACKTEST)
    @APIResponse(responseCode = "404", description = "None runs")
    public Response cancel(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.ARCHIVE, "DELETE", path(id), uri, headers, null);
    }

    private static String path(String id) {
        return "/topics/" + Neighbours.segment(id) + "/backtest";
    }
}

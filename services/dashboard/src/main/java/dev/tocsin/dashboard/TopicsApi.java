package dev.tocsin.dashboard;

import dev.tocsin.contracts.TopicPack;
import dev.tocsin.dashboard.manners.Edits;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The topics that are watched, which a desk changes while everything runs. */
@Path("/api/topics")
@Tag(name = "Topics")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class TopicsApi {
    private final Passage passage;
    private final Topics topics;
    private final Refits refits;

    TopicsApi(Passage passage, Topics topics, Refits refits) {
        this.passage = passage;
        this.topics = topics;
        this.refits = refits;
    }

    @GET
    @Operation(summary = "The topics that are watched")
    @APIResponse(responseCode = "200", description = "{items}: each item a topic pack")
    public Response topics(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/topics", uri);
    }

    @GET
    @Path("{id}")
    @Uncompressed
    @Operation(summary = "A topic")
    @APIResponse(
            responseCode = "200",
            description = "The topic pack; its version is the `ETag`",
            content = @Content(schema = @Schema(implementation = TopicPack.class)))
    @APIResponse(responseCode = "404", description = "No such topic")
    public Response topic(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.editable(Neighbour.ARCHIVE, "/topics/" + Neighbours.segment(id), uri, Edits::topic);
    }

    @PUT
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Puts a topic pack into force, new or changed",
            description = "It is tried with its own examples first. Each change is a new version: the pack's own where"
                    + " that is higher than the one in force, else the next. Articles from now on are met by it."
                    + " Send the `ETag` of the version that yours was made from as `If-Match`; without it the version"
                    + " that the pack says is compared. `note` in the query takes the place of the pack's own.")
    @RequestBody(
            description = "The pack in YAML or JSON",
            content = @Content(schema = @Schema(implementation = TopicPack.class)))
    @APIResponse(
            responseCode = "200",
            description = "The topic pack as it is in force",
            content = @Content(schema = @Schema(implementation = TopicPack.class)))
    @APIResponse(responseCode = "409", description = "It was changed since the version that this one was made from")
    @APIResponse(responseCode = "422", description = "The pack is wrong; `detail` says line, key and reason")
    @APIResponse(responseCode = "503", description = "A part of Tocsin is down; send it again in a moment")
    @APIResponse(responseCode = "412", description = "It is not what If-Match or If-None-Match says")
    public Response put(
            @PathParam("id") String id,
            @QueryParam("note") @Nullable String note,
            @Context HttpHeaders headers,
            byte[] body) {
        return Notes.tooLong(note) ? Notes.refused() : topics.put(id, body, Topics.Change.of(headers, Notes.of(note)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Ends a topic",
            description = "Its stories stay. One that came from a file of the folder of packs is watched again after a"
                    + " restart, for as long as the file is there.")
    @APIResponse(responseCode = "204", description = "It is watched no more")
    @APIResponse(responseCode = "404", description = "No such topic")
    @APIResponse(responseCode = "412", description = "It was changed since the version that `If-Match` names")
    @APIResponse(responseCode = "503", description = "A part of Tocsin is down; send it again in a moment")
    public Response delete(@PathParam("id") String id, @Context HttpHeaders headers) {
        return topics.delete(id, Topics.Change.of(headers, null));
    }

    @POST
    @Path("{id}/refit")
    @Operation(
            summary = "Proposes other weights and another threshold for a topic's pack, from verdicts",
            description =
                    "The newest stories judged relevant or irrelevant teach it, of each kind 10 at least. Nothing is"
                            + " changed: to apply a proposal, PUT its `pack` with the version in `from`, which is refused where"
                            + " the pack was changed meanwhile. `bounded` says whether older verdicts were left out.")
    @APIResponse(
            responseCode = "200",
            description =
                    "{topic, from, verdicts, words, changed, threshold, signals: [{id, before, after, relevant,"
                            + " irrelevant}], before, after, unseen: {precision, recall, f1}, folds, broken, pack, yaml, bounded}")
    @APIResponse(responseCode = "404", description = "No such topic")
    @APIResponse(responseCode = "422", description = "Too few verdicts; `detail` says how many are missing")
    @APIResponse(responseCode = "503", description = "A part of Tocsin is down, or busy; ask again in a moment")
    public Response refit(@PathParam("id") String id) {
        return refits.propose(id);
    }
}

package dev.tocsin.dashboard;

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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What must be kept, what must go, and what is over: docs/backup.md. */
@Path("/api")
@Tag(name = "Keeping")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class KeepApi {
    private static final String SWEPT =
            "{dry, startedAt, endedAt, byAge, byCount, topics, oldest, newest, stories, alerts, held}";

    private final Passage passage;
    private final Who who;

    KeepApi(Passage passage, Who who) {
        this.passage = passage;
        this.who = who;
    }

    @GET
    @Path("holds")
    @Operation(summary = "The stories that are held")
    @APIResponse(responseCode = "200", description = "{items}: each {story, by, why, at, articles}")
    public Response holds(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/holds", uri);
    }

    @GET
    @Path("stories/{id}/hold")
    @Operation(summary = "Who holds a story, and why")
    @APIResponse(responseCode = "200", description = "{story, by, why, at, articles}")
    @APIResponse(responseCode = "404", description = "It is not held")
    public Response hold(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, hold(id), uri);
    }

    @PUT
    @Path("stories/{id}/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Holds a story",
            description =
                    "Neither it nor its articles, alerts and verdicts go by retention, and none of its articles can be"
                            + " erased, until the hold is lifted. What it is merged into is held too.")
    @RequestBody(
            description = "{why}; `by` is whoever asks, and beside a key's name what the request says",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description = "{story, by, why, at, articles}; as it was, where it was held already")
    @APIResponse(responseCode = "404", description = "No such story")
    public Response hold(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.ARCHIVE, "PUT", hold(id), uri, headers, who.signed(body));
    }

    @DELETE
    @Path("stories/{id}/hold")
    @Operation(summary = "Lifts a hold")
    @APIResponse(responseCode = "204", description = "It is held no more")
    @APIResponse(responseCode = "404", description = "It was not held")
    public Response lift(@PathParam("id") String id, @Context HttpHeaders headers) {
        return passage.send(Neighbour.ARCHIVE, "DELETE", hold(id) + by(), headers, null);
    }

    @DELETE
    @Path("articles/{id}")
    @Operation(
            summary = "Erases an article",
            description =
                    "All its revisions, and its words in stories and alerts; it does not come back. How long its text"
                            + " stays on the channels: docs/backup.md.")
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "why, at most 500 characters")
    @APIResponse(
            responseCode = "200",
            description = "{article, at, revisions, stories, alerts}: how many of each changed")
    @APIResponse(responseCode = "404", description = "No such article")
    @APIResponse(responseCode = "409", description = "It belongs to a story that is held; `detail` says which")
    public Response erase(
            @PathParam("id") String id, @QueryParam("reason") @Nullable String reason, @Context HttpHeaders headers) {
        var path = "/articles/" + Neighbours.segment(id) + by();
        var why = reason == null ? "" : "&reason=" + Neighbours.parameter(reason);
        return passage.send(Neighbour.ARCHIVE, "DELETE", path + why, headers, null);
    }

    @GET
    @Path("erasures")
    @Operation(summary = "What was erased, by whom, why and when; hashes, not what it was")
    @APIResponse(responseCode = "200", description = "{items}: each {key, titles, by, reason, at}")
    public Response erasures(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/erasures", uri);
    }

    @GET
    @Path("retention")
    @Operation(summary = "The rules of retention, what the last run took away, and what would go now")
    @APIResponse(responseCode = "200", description = "{rules, last, next}; last and next: " + SWEPT)
    public Response retention(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/retention", uri);
    }

    @POST
    @Path("retention/run")
    @Operation(summary = "Takes away now what is over")
    @APIResponse(responseCode = "200", description = SWEPT)
    @APIResponse(responseCode = "409", description = "It is being done already")
    public Response run(@Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.ARCHIVE, "POST", "/retention/run", uri, headers, null);
    }

    private static String hold(String id) {
        return "/stories/" + Neighbours.segment(id) + "/hold";
    }

    /** Who asks, as a query: the archive writes it down. */
    private String by() {
        return "?by=" + Neighbours.parameter(who.signature(null));
    }
}

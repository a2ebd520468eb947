package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** What comes in: the feeds that are polled, and articles that are pushed. */
@Path("/api")
@Tag(name = "Ingest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class IngestApi {
    private final Passage passage;

    IngestApi(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Path("feeds")
    @Operation(summary = "All feeds, with their state, its reason and the next try")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}: each item a feed")
    public Response feeds(@Context UriInfo uri) {
        return passage.get(Neighbour.INGEST, "/feeds", uri);
    }

    @POST
    @Path("feeds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a feed")
    @RequestBody(
            description = "{url}, and what is known better than the feed says: title, interval, source, paused",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "201", description = "The feed; it is polled at once")
    @APIResponse(responseCode = "422", description = "A field is wrong; `detail` says which")
    public Response addFeed(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.INGEST, "POST", "/feeds", uri, headers, body);
    }

    @PATCH
    @Path("feeds/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Changes a feed (JSON Merge Patch, RFC 7396)")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "The feed after the change")
    @APIResponse(responseCode = "404", description = "No such feed")
    public Response changeFeed(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.INGEST, "PATCH", "/feeds/" + Neighbours.segment(id), uri, headers, body);
    }

    @DELETE
    @Path("feeds/{id}")
    @Operation(summary = "Polls a feed no more; its articles stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "No such feed")
    public Response deleteFeed(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.INGEST, "DELETE", "/feeds/" + Neighbours.segment(id), uri, headers, null);
    }

    @POST
    @Path("articles")
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Operation(summary = "Pushes articles in: one, an array, or one a line, up to 500")
    @RequestBody(
            description = "{url, externalId, title, text or html, author, publishedAt, language, source, replay}",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "202", description = "The broker has them; `items` says the fate of each")
    @APIResponse(responseCode = "207", description = "Some were refused or failed; `items` says which and why")
    @APIResponse(responseCode = "401", description = "An API key is needed: Authorization: Bearer, or X-API-Key")
    @APIResponse(responseCode = "422", description = "The one article is wrong; `detail` says why")
    public Response push(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.INGEST, "POST", "/articles", uri, headers, body);
    }
}

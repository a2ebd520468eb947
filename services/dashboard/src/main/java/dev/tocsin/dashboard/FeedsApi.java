package dev.tocsin.dashboard;

import dev.tocsin.dashboard.manners.Edits;
import io.quarkus.vertx.http.Uncompressed;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feeds that are polled, one at a time. */
@Path("/api/feeds")
@Tag(name = "Feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class FeedsApi {
    private static final String FORM =
            "{url}, and what is known better than the feed says: title, interval, source {id, name, country, reliability},"
                    + " tags, language, fullText, paused, access {headers, user, password, cookies, proxy}";

    private final Passage passage;
    private final Preconditions preconditions;

    FeedsApi(Passage passage, Preconditions preconditions) {
        this.passage = passage;
        this.preconditions = preconditions;
    }

    @GET
    @Operation(summary = "Feeds, the oldest first, with their state, its reason, the next try and the last 14 days")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "new, ok, quiet, throttled, failing, gone, blocked or paused")
    @Parameter(name = "tag", in = ParameterIn.QUERY, description = "a tag, or the part of a tree before a slash")
    @Parameter(name = "country", in = ParameterIn.QUERY, description = "ISO 3166-1 alpha-2")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "BCP 47, as declared")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "words in the address, the title or the tags")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500")
    @APIResponse(
            responseCode = "200",
            description = "{items, nextCursor}: each item a feed; of its secrets only which are set")
    public Response feeds(@Context UriInfo uri) {
        return passage.get(Neighbour.INGEST, "/feeds", uri);
    }

    @GET
    @Path("facets")
    @Operation(summary = "How many feeds there are in each state, with each tag, of each country and in each language")
    @APIResponse(responseCode = "200", description = "{total, states, tags, countries, languages}")
    public Response facets(@Context UriInfo uri) {
        return passage.get(Neighbour.INGEST, "/feeds/facets", uri);
    }

    @GET
    @Path("deleted")
    @Operation(summary = "Deleted feeds that can be brought back, the latest first")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}: {id, url, title, deletedAt, until}")
    public Response deleted(@Context UriInfo uri) {
        return passage.get(Neighbour.INGEST, "/feeds/deleted", uri);
    }

    @GET
    @Path("{id}")
    @Uncompressed
    @Operation(summary = "One feed")
    @APIResponse(responseCode = "200", description = "The feed")
    @APIResponse(responseCode = "404", description = "No such feed")
    public Response feed(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.editable(Neighbour.INGEST, path(id), uri, Edits::feed);
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Operation(summary = "Adds a feed; or many, as NDJSON, of which a bad line spoils only itself")
    @RequestBody(description = FORM, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "201", description = "The feed; it is polled at once")
    @APIResponse(
            responseCode = "207",
            description = "NDJSON: {created, existing, refused, items [{line, status, id, url, reason}]}")
    @APIResponse(responseCode = "409", description = "The address is a feed already")
    @APIResponse(responseCode = "422", description = "A field is wrong; `detail` says which")
    public Response add(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.INGEST, "POST", "/feeds", uri, headers, body);
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Shows what an address would bring, and which feeds it names where it is a page; keeps nothing")
    @RequestBody(description = FORM, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "{readable, reason, known, title, count, items, forgiven, feeds}")
    public Response preview(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.INGEST, "POST", "/feeds/preview", uri, headers, body);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Changes a feed (JSON Merge Patch, RFC 7396); secrets can be written and never read")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "The feed after the change")
    @APIResponse(responseCode = "404", description = "No such feed")
    @APIResponse(responseCode = "412", description = "It is not what If-Match says: somebody changed it")
    @APIResponse(responseCode = "422", description = "A field is wrong; `errors` says which")
    @APIResponse(responseCode = "428", description = "A list is replaced as a whole: If-Match is needed")
    public Response change(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null && Edits.replacesAList(body)) {
            return Conditional.required("A list such as 'tags'").response();
        }
        return preconditions
                .refusal(Neighbour.INGEST, path(id), Edits::feed, headers)
                .orElseGet(() -> passage.send(Neighbour.INGEST, "PATCH", path(id), uri, headers, body));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Polls a feed no more; its articles stay, and for a day it can be brought back")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "No such feed")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return preconditions
                .refusal(Neighbour.INGEST, path(id), Edits::feed, headers)
                .orElseGet(() -> passage.send(Neighbour.INGEST, "DELETE", path(id), uri, headers, null));
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "Brings a deleted feed back as it was")
    @APIResponse(responseCode = "200", description = "The feed")
    @APIResponse(responseCode = "404", description = "It was not deleted, or too long ago")
    public Response restore(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.INGEST, "POST", path(id) + "/restore", uri, headers, new byte[0]);
    }

    private static String path(String id) {
        return "/feeds/" + Neighbours.segment(id);
    }
}

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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who was told, who could not be, and what nobody is told for a time. */
@Path("/api")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class DeliveriesApi {
    private final Passage passage;
    private final Who who;

    DeliveriesApi(Passage passage, Who who) {
        this.passage = passage;
        this.who = who;
    }

    @GET
    @Path("routes")
    @Operation(summary = "The routes in force: who is told of what, when")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}")
    public Response routes(@Context UriInfo uri) {
        return passage.get(Neighbour.NOTIFY, "/routes", uri);
    }

    @GET
    @Path("receivers")
    @Operation(summary = "How each receiver does: its circuit, its queue, what failed")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}")
    public Response receivers(@Context UriInfo uri) {
        return passage.get(Neighbour.NOTIFY, "/receivers", uri);
    }

    @GET
    @Path("deliveries")
    @Operation(summary = "The record of deliveries, the newest first")
    @Parameter(name = "story", in = ParameterIn.QUERY, description = "id of a story")
    @Parameter(name = "receiver", in = ParameterIn.QUERY, description = "name of a receiver")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "pending, delivered, failed or silenced")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "items a page")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}: each item with its attempts")
    public Response deliveries(@Context UriInfo uri) {
        return passage.get(Neighbour.NOTIFY, "/deliveries", uri);
    }

    @POST
    @Path("deliveries/{id}/again")
    @Operation(summary = "Sends a failed delivery again, under its idempotency key")
    @APIResponse(responseCode = "200", description = "The delivery, which waits again")
    @APIResponse(responseCode = "404", description = "There is no delivery with this id")
    @APIResponse(responseCode = "409", description = "It did not fail, or its receiver stands in no routes any more")
    public Response again(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(
                Neighbour.NOTIFY, "POST", "/deliveries/" + Neighbours.segment(id) + "/again", uri, headers, null);
    }

    @GET
    @Path("silences")
    @Operation(summary = "What nobody is told for a time, and why")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}")
    public Response silences(@Context UriInfo uri) {
        return passage.get(Neighbour.NOTIFY, "/silences", uri);
    }

    @POST
    @Path("silences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begins a silence")
    @RequestBody(
            description = "{match: {topics, stories, severity, languages, countries, places}, start (now where absent),"
                    + " end, comment}; `by` is whoever asks, and beside a key's name what the request says",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "201", description = "The silence")
    @APIResponse(responseCode = "422", description = "A field is wrong; `detail` names it")
    public Response silence(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.NOTIFY, "POST", "/silences", uri, headers, who.signed(body));
    }

    @DELETE
    @Path("silences/{id}")
    @Operation(summary = "Ends a silence")
    @APIResponse(responseCode = "204", description = "It is over")
    @APIResponse(responseCode = "404", description = "No such silence")
    @APIResponse(responseCode = "409", description = "It stands in the routes file")
    public Response unsilence(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.NOTIFY, "DELETE", "/silences/" + Neighbours.segment(id), uri, headers, null);
    }
}

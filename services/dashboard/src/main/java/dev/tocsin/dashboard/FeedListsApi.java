package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Many feeds at a time. */
@Path("/api/feeds")
@Tag(name = "Feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class FeedListsApi {
    private final Passage passage;

    FeedListsApi(Passage passage) {
        this.passage = passage;
    }

    @POST
    @Path("opml")
    @Consumes({"text/x-opml", "text/xml", "application/xml", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Adds the feeds of an OPML list, nested folders as tags")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "true: says what would become of each, and adds none")
    @RequestBody(content = @Content(mediaType = "text/x-opml", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "207",
            description = "{created, existing, refused, items [{line, status, id, url, reason, feed}]}")
    @APIResponse(responseCode = "400", description = "It is no OPML; `detail` says where. Nothing was added")
    public Response addOpml(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.INGEST, "POST", "/feeds/opml", uri, headers, body);
    }

    @POST
    @Path("actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Does one thing to many feeds")
    @RequestBody(
            description = "{action: pause|resume|tag|untag|delete|restore, ids [...] or filter {state, tag, country,"
                    + " language, q}, tags [...]}",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "{action, done, missing}")
    public Response act(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.INGEST, "POST", "/feeds/actions", uri, headers, body);
    }
}

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
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is pushed in. */
@Path("/api")
@Tag(name = "Ingest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class IngestApi {
    private final Passage passage;
    private final PushRoom room;

    IngestApi(Passage passage, PushRoom room) {
        this.passage = passage;
        this.room = room;
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
    @APIResponse(responseCode = "503", description = "Nothing was taken; send the same again in a moment")
    public Response push(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body)
            throws IOException, InterruptedException {
        return room.take(
                        body,
                        headers.getLength(),
                        bytes -> passage.send(Neighbour.INGEST, "POST", "/articles", uri, headers, bytes))
                .orElseGet(() -> Problem.of(
                                503,
                                "Too many pushes",
                                "more is being pushed than can be taken in: send it again in a moment")
                        .response());
    }
}

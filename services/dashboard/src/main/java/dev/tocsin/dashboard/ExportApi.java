package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The archive whole, out and in again. */
@Path("/api/archive")
@Tag(name = "Keeping")
@RunOnVirtualThread
final class ExportApi {
    private static final String LINES = "application/x-ndjson";

    private final Passage passage;
    private final Neighbours neighbours;

    ExportApi(Passage passage, Neighbours neighbours) {
        this.passage = passage;
        this.neighbours = neighbours;
    }

    @GET
    @Path("export")
    @Produces(LINES)
    @Operation(
            summary = "The archive as JSON Lines",
            description =
                    "One document a line, of any size in all. A last line with `end` and the number of documents tells"
                            + " that it is whole.")
    @APIResponse(responseCode = "200", description = "{collection, document}: the document in MongoDB's Extended JSON")
    @APIResponse(responseCode = "503", description = "The archive is down; ask again in a moment")
    public Response write() throws InterruptedException {
        try {
            var answer = neighbours.open(Neighbour.ARCHIVE, "/archive/export");
            if (answer.statusCode() != 200) {
                answer.body().close();
                return down();
            }
            StreamingOutput lines = out -> {
                try (var body = answer.body()) {
                    body.transferTo(out);
                }
            };
            return Response.ok(lines)
                    .type(LINES)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tocsin-archive.jsonl\"")
                    .build();
        } catch (IOException e) {
            return down();
        }
    }

    @POST
    @Path("import")
    @Consumes({LINES, MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes lines of an export in",
            description =
                    "At most 10 MB at once, in any order and however often: what is there already stays as it is.")
    @APIResponse(responseCode = "200", description = "{documents, known}: taken in, and there already or erased")
    @APIResponse(responseCode = "400", description = "A line is none of an export; `detail` says which")
    public Response read(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.ARCHIVE, "POST", "/archive/import", uri, headers, body);
    }

    private static Response down() {
        return Problem.of(503, "A part of Tocsin is down", "The archive does not answer. Try again in a moment.")
                .response();
    }
}

package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All feeds as a file. */
@Path("/api/feeds.opml")
@Tag(name = "Feeds")
@RunOnVirtualThread
final class FeedExportApi {
    private final Passage passage;

    FeedExportApi(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Produces("text/x-opml")
    @Operation(summary = "All feeds as OPML 2.0; the first tag is the folder, secrets are left out")
    @APIResponse(responseCode = "200", description = "The list")
    public Response export(@Context UriInfo uri) {
        var answer = passage.get(Neighbour.INGEST, "/feeds.opml", uri);
        return answer.getStatus() != 200
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tocsin-feeds.opml\"")
                        .build();
    }
}

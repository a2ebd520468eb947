package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which topics somebody is writing a pack for. */
@Path("/api/drafts")
@Tag(name = "Rule lab")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class DraftListApi {
    private final Passage passage;

    DraftListApi(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Operation(summary = "The topics of which there is a draft")
    @APIResponse(responseCode = "200", description = "{items}: each {topic, revision, base, savedAt}")
    public Response all(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/drafts", uri);
    }
}

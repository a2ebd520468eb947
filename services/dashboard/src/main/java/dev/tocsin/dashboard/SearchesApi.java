package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches that a desk keeps. */
@Path("/api/searches")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class SearchesApi {
    private final Passage passage;

    SearchesApi(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Operation(summary = "The saved searches by name")
    @APIResponse(
            responseCode = "200",
            description = "{items}: each item {name, query, by, at}; `query` is a query string of /api/articles")
    public Response searches(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/searches", uri);
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Saves a search, in the place of one of its name",
            description = "The body is {query, by}: a query string of /api/articles, such as q=gas&topic=protests, and who"
                    + " saves it. It must be one that can be asked; a cursor and a limit are left out. At most 200 are kept.")
    @APIResponse(responseCode = "200", description = "{name, query, by, at} as it is kept")
    @APIResponse(responseCode = "400", description = "The search cannot be read; `detail` and `position` say where")
    public Response put(
            @PathParam("name") String name, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(
                Neighbour.ARCHIVE, "PUT", "/searches/" + Neighbours.segment(name), uri, headers, body);
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Forgets a saved search")
    @APIResponse(responseCode = "204", description = "It is kept no more")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    public Response delete(@PathParam("name") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(
                Neighbour.ARCHIVE, "DELETE", "/searches/" + Neighbours.segment(name), uri, headers, null);
    }
}

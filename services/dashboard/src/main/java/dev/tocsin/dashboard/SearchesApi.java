package dev.tocsin.dashboard;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
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
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Searches that a desk keeps. */
@Path("/api/searches")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class SearchesApi {
    private final Passage passage;
    private final Who who;

    /** What is sent; who sends it is known. */
    private record Body(@Nullable String query) {}

    SearchesApi(Passage passage, Who who) {
        this.passage = passage;
        this.who = who;
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
            description =
                    "The body is {query}: a query string of /api/articles, such as q=gas&topic=protests. It must be one"
                            + " that can be asked; a cursor and a limit are left out. At most 200 are kept.")
    @APIResponse(responseCode = "200", description = "{name, query, by, at} as it is kept")
    @APIResponse(responseCode = "400", description = "The search cannot be read; `detail` and `position` say where")
    public Response put(
            @PathParam("name") String name, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        Body sent;
        try {
            sent = Json.read(body, Body.class);
        } catch (UnreadableMessageException e) {
            return Problem.of(400, "Unreadable search", "The body " + e.getMessage())
                    .response();
        }
        var kept = kept(sent.query(), who.getName());
        return passage.send(Neighbour.ARCHIVE, "PUT", "/searches/" + Neighbours.segment(name), uri, headers, kept);
    }

    /** The body that the archive keeps. */
    static byte[] kept(@Nullable String query, String by) {
        var body = new LinkedHashMap<String, @Nullable String>();
        body.put("query", query);
        body.put("by", by);
        return Json.write(body);
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Forgets a saved search")
    @APIResponse(responseCode = "204", description = "It is kept no more")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    public Response delete(@PathParam("name") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        return passage.send(Neighbour.ARCHIVE, "DELETE", "/searches/" + Neighbours.segment(name), uri, headers, null);
    }
}

package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The messages that could not be handled. */
@Path("/api/dead-letters")
@Tag(name = "Dead letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class DeadLettersApi {
    private static final String PATH = "/dead-letters";

    private final Passage passage;
    private final Who who;

    DeadLettersApi(Passage passage, Who who) {
        this.passage = passage;
        this.who = who;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Messages that could not be handled, the newest first")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "waiting, replaying, replayed or discarded")
    @Parameter(name = "service", in = ParameterIn.QUERY, description = "that gave up, such as classify")
    @Parameter(name = "channel", in = ParameterIn.QUERY, description = "the Kafka topic of the message")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "what reasons have in common, as letters tell it")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "items a page, 1 to 200")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}: each with the beginning of its value")
    public Response list(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, PATH, uri);
    }

    @GET
    @Path("kinds")
    @Operation(operationId = "listDeadLetterKinds", summary = "The causes of the letters that wait, the most first")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}")
    public Response kinds(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, PATH + "/kinds", uri);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDeadLetter", summary = "A dead letter with its message")
    @APIResponse(responseCode = "200", description = "The letter and what became of it")
    @APIResponse(responseCode = "404", description = "No such letter")
    public Response one(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, path(id), uri);
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Puts a message back onto its channel exactly as it came",
            description =
                    "Once: asked again, it answers the same and sends nothing. Should it fail again, that is a new"
                            + " letter. All of the channel's readers see the message again, and know what they handled before.")
    @APIResponse(responseCode = "200", description = "The letter, which was replayed")
    @APIResponse(responseCode = "400", description = "The body is no JSON object, or `why` is too long")
    @APIResponse(responseCode = "404", description = "No such letter")
    @APIResponse(responseCode = "409", description = "It was discarded, or cannot be put back; `detail` says why")
    public Response replay(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.ARCHIVE, "POST", path(id) + "/replay", uri, headers, who.signed(body));
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "discardDeadLetter", summary = "Marks a letter as settled, with who and why")
    @APIResponse(responseCode = "200", description = "The letter, which was discarded")
    @APIResponse(responseCode = "400", description = "`why` is missing, or the body is no JSON object")
    @APIResponse(responseCode = "404", description = "No such letter")
    @APIResponse(responseCode = "409", description = "It was replayed")
    public Response discard(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.ARCHIVE, "POST", path(id) + "/discard", uri, headers, who.signed(body));
    }

    @POST
    @Path("actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "actOnDeadLetters",
            summary = "Replays or discards many letters",
            description = "Those with these ids, or those that wait with this service, channel and kind; 500 at a time:"
                    + " while `remaining` is true, ask again.")
    @APIResponse(responseCode = "200", description = "What came of them")
    @APIResponse(responseCode = "400", description = "A field is missing or wrong; `errors` says which")
    public Response act(@Context UriInfo uri, @Context HttpHeaders headers, byte[] body) {
        return passage.send(Neighbour.ARCHIVE, "POST", PATH + "/actions", uri, headers, who.signed(body));
    }

    private static String path(String id) {
        return PATH + "/" + Neighbours.segment(id);
    }
}

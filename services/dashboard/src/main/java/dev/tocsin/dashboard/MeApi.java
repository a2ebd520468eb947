package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who one is here. */
@Path("/api/me")
@Tag(name = "Users")
@RunOnVirtualThread
final class MeApi {
    private final Who who;

    MeApi(Who who) {
        this.who = who;
    }

    /** A caller as it sees itself. */
    record Me(String kind, String id, String name, String role) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who asks, and what they may")
    @APIResponse(responseCode = "200", description = "{kind: person, key or visitor, id, name, role}")
    @APIResponse(responseCode = "401", description = "Nobody that is known")
    public Response me() {
        var caller = who.caller();
        return Answers.json(
                200, new Me(caller.kind().name().toLowerCase(Locale.ROOT), caller.id(), caller.name(), who.getRole()));
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the system is. At {@code /api}, because a class at {@code /api/status} would hide what others have below it. */
@Path("/api")
@Tag(name = "Status")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class StatusApi {
    private final SystemLook look;
    private final Lookups lookups;

    StatusApi(SystemLook look, Lookups lookups) {
        this.look = look;
        this.lookups = lookups;
    }

    @GET
    @Path("status")
    @Operation(
            operationId = "status",
            summary = "How the system is: parts, channels and their readers, pace, dead letters, counts",
            description = "Always answers: a part that is down is told as such, and what cannot be told is null.")
    @APIResponse(
            responseCode = "200",
            description = "The report, at most two seconds old; the archive's counts as they are now")
    public Response status() {
        ObjectNode report = Json.mapper().valueToTree(look.report());
        report.remove("archive");
        lookups.tree(Neighbour.ARCHIVE, "/status").found().ifPresent(counts -> counts.properties()
                .forEach(c -> report.set(c.getKey(), c.getValue())));
        return Response.ok(Json.write(report))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

package dev.tocsin.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /}, the live board. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class OtherPages {
    @GET
    @Operation(hidden = true)
    public Response board() {
        return Html.page(Templates.board());
    }
}

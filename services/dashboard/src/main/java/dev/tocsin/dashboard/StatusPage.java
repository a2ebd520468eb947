package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.dashboard.pages.DeliveriesView;
import dev.tocsin.dashboard.pages.StatusView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /status}: how the system is, what could not be handled, who is told. Its script keeps it true. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class StatusPage {
    private final Lookups lookups;
    private final SystemLook look;

    StatusPage(Lookups lookups, SystemLook look) {
        this.lookups = lookups;
        this.look = look;
    }

    @GET
    @Operation(hidden = true)
    public Response status() {
        var receivers = lookups.tree(Neighbour.NOTIFY, "/receivers");
        return Html.page(Templates.status(new StatusView(
                look.report(), receivers.found().map(this::deliveries).orElse(null))));
    }

    private DeliveriesView deliveries(JsonNode receivers) {
        var failed = lookups.tree(Neighbour.NOTIFY, "/deliveries?state=failed&limit=20");
        var silences = lookups.tree(Neighbour.NOTIFY, "/silences");
        return DeliveriesView.of(
                receivers,
                failed.found().orElse(MissingNode.getInstance()),
                silences.found().orElse(MissingNode.getInstance()),
                Map.of());
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.dashboard.pages.DeliveriesView;
import dev.tocsin.dashboard.pages.StatusView;
import dev.tocsin.dashboard.pages.StatusView.Part;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /}, the live board, and {@code /status}. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class OtherPages {
    private final Lookups lookups;
    private final LiveReader reader;

    OtherPages(Lookups lookups, LiveReader reader) {
        this.lookups = lookups;
        this.reader = reader;
    }

    @GET
    @Operation(hidden = true)
    public Response board() {
        return Html.page(Templates.board());
    }

    @GET
    @Path("status")
    @Operation(hidden = true)
    public Response status() {
        var archive = lookups.tree(Neighbour.ARCHIVE, "/status");
        var ingest = lookups.tree(Neighbour.INGEST, "/feeds");
        var parts = new ArrayList<Part>();
        var trouble = reader.trouble();
        parts.add(new Part("Live channels", trouble.isEmpty(), trouble.orElse("read as they grow")));
        parts.add(part("Archive", archive));
        parts.add(part("Ingest", ingest));
        var receivers = lookups.tree(Neighbour.NOTIFY, "/receivers");
        parts.add(part("Notify", receivers));
        return Html.page(Templates.status(new StatusView(
                parts,
                archive.found().map(StatusView::figures).orElse(List.of()),
                receivers.found().map(this::deliveries).orElse(null))));
    }

    private DeliveriesView deliveries(JsonNode receivers) {
        var failed = lookups.tree(Neighbour.NOTIFY, "/deliveries?state=failed&limit=20");
        var silences = lookups.tree(Neighbour.NOTIFY, "/silences");
        return DeliveriesView.of(
                receivers,
                failed.found().orElse(MissingNode.getInstance()),
                silences.found().orElse(MissingNode.getInstance()));
    }

    private static Part part(String name, Lookup<JsonNode> asked) {
        return switch (asked) {
            case Lookup.Found<JsonNode> found -> new Part(name, true, "answers");
            case Lookup.Failed<JsonNode>(Problem problem) -> new Part(name, false, problem.detail());
        };
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.dashboard.pages.DeliveriesView;
import dev.tocsin.dashboard.pages.RouteRow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /settings/notifications}: who is told of what, how that goes, and what nobody is told for a time. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class NotificationsPage {
    private final Lookups lookups;
    private final Wording wording;

    NotificationsPage(Lookups lookups, Wording wording) {
        this.lookups = lookups;
        this.wording = wording;
    }

    @GET
    @Path("notifications")
    @Operation(hidden = true)
    public Response show() {
        var story = wording.speech("story");
        var topics = lookups.topicNames(story.locale());
        var told = lookups.tree(Neighbour.NOTIFY, "/receivers")
                .found()
                .map(receivers -> DeliveriesView.of(receivers, MissingNode.getInstance(), asked("/silences"), topics))
                .orElse(null);
        var routes = told == null ? MissingNode.getInstance() : asked("/routes");
        return Html.page(AccessTemplates.notifications(told, RouteRow.of(routes, topics, story), topics));
    }

    private JsonNode asked(String path) {
        return lookups.tree(Neighbour.NOTIFY, path).found().orElse(MissingNode.getInstance());
    }
}

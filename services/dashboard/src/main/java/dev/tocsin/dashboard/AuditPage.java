package dev.tocsin.dashboard;

import dev.tocsin.dashboard.pages.AuditRow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /settings/audit}: who changed what, for admins. */
@Path("/settings/audit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class AuditPage {
    private static final int PAGE = 100;

    private final AuditStore store;

    AuditPage(AuditStore store) {
        this.store = store;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @QueryParam("by") @DefaultValue("") String by,
            @QueryParam("what") @DefaultValue("") String what,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = store.page(AuditStore.Query.of(by, what, outcome, cursor), PAGE);
        var rows = page.items().stream()
                .map(e -> AuditRow.of(
                        e.at(), e.name(), e.by(), e.kind(), e.from(), e.what(), e.path(), e.outcome(), e.note()))
                .toList();
        var filter = "by=" + Neighbours.parameter(by) + "&what=" + Neighbours.parameter(what) + "&outcome="
                + Neighbours.parameter(outcome);
        return Html.page(AccessTemplates.audit(rows, by, what, outcome, page.nextCursor(), filter));
    }
}

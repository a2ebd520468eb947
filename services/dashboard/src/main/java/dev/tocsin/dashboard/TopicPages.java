package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.dashboard.pages.TopicView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /topics}: what is watched; {@code /topics/{id}}: one topic's weights, and what can be done to them. */
@Path("/topics")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class TopicPages {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Lookups lookups;
    private final TopicFigures figures;

    TopicPages(Lookups lookups, TopicFigures figures) {
        this.lookups = lookups;
        this.figures = figures;
    }

    @GET
    @Operation(hidden = true)
    public Response list() {
        return switch (lookups.tree(Neighbour.ARCHIVE, "/topics")) {
            case Lookup.Found<JsonNode>(JsonNode packs) -> {
                var counts = figures.all();
                var rows = new ArrayList<TopicView>();
                packs.path("items").forEach(pack -> rows.add(TopicView.of(pack, counts, reader())));
                yield Html.page(Templates.topics(rows, null));
            }
            case Lookup.Failed<JsonNode>(Problem problem) ->
                Html.page(problem.status(), Templates.topics(List.of(), problem.detail()));
        };
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response one(@PathParam("id") String id) {
        return switch (lookups.tree(Neighbour.ARCHIVE, "/topics/" + Neighbours.segment(id))) {
            case Lookup.Found<JsonNode>(JsonNode pack) ->
                Html.page(Templates.topic(TopicView.of(pack, figures.of(id), reader())));
            case Lookup.Failed<JsonNode>(Problem problem) -> Html.error(problem);
        };
    }

    /** The rule lab, of a topic that is watched or a new one. */
    @GET
    @Path("{id}/edit")
    @Operation(hidden = true)
    public Response lab(@PathParam("id") String id) {
        return switch (lookups.tree(Neighbour.ARCHIVE, "/topics/" + Neighbours.segment(id))) {
            case Lookup.Found<JsonNode>(JsonNode pack) ->
                Html.page(Templates.lab(
                        id, TopicView.name(pack, reader()), pack.path("version").asInt()));
            case Lookup.Failed<JsonNode> failed
            when failed.missing() && ID.matcher(id).matches() -> Html.page(Templates.lab(id, id, 0));
            case Lookup.Failed<JsonNode>(Problem problem) -> Html.error(problem);
        };
    }

    private static Locale reader() {
        return Html.reader().language().locale();
    }
}

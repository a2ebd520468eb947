package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.pages.FeedRow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /feeds}: how each feed does, and a form that adds one. A plain form, so it needs no script. */
@Path("/feeds")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class FeedsPage {
    private final Lookups lookups;
    private final Neighbours neighbours;

    FeedsPage(Lookups lookups, Neighbours neighbours) {
        this.lookups = lookups;
        this.neighbours = neighbours;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("added") @Nullable String added) {
        return page(200, "", null, added);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(@FormParam("url") @DefaultValue("") String url) {
        var body = Json.write(Map.of("url", url.strip()));
        return switch (neighbours.send(
                Neighbour.INGEST, "POST", "/feeds", MediaType.APPLICATION_JSON, body, Map.of())) {
            case Reply.Answer answer
            when answer.ok() ->
                // asked for again with GET, so that a reload adds nothing
                Response.seeOther(URI.create("/feeds?added=" + Neighbours.parameter(url.strip())))
                        .build();
            case Reply.Answer answer ->
                page(answer.status(), url, Lookups.problem(answer).detail(), null);
            case Reply.Silence silence ->
                page(silence.problem().status(), url, silence.problem().detail(), null);
        };
    }

    private Response page(int status, String url, @Nullable String error, @Nullable String added) {
        return switch (lookups.tree(Neighbour.INGEST, "/feeds")) {
            case Lookup.Found<JsonNode>(JsonNode list) ->
                Html.page(status, Templates.feeds(rows(list), url, error, added, null));
            case Lookup.Failed<JsonNode>(Problem problem) ->
                Html.page(
                        status == 200 ? problem.status() : status,
                        Templates.feeds(List.of(), url, error, added, problem.detail()));
        };
    }

    private static List<FeedRow> rows(JsonNode list) {
        var rows = new ArrayList<FeedRow>();
        list.path("items").forEach(item -> rows.add(FeedRow.of(item)));
        return rows;
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.dashboard.pages.ArticleRow;
import dev.tocsin.dashboard.pages.ArticleView;
import dev.tocsin.dashboard.pages.BesideView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /articles}, the search, and {@code /articles/{id}}, one article with all its evidence. */
@Path("/articles")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ArticlePages {
    private static final int PAGE = 50;

    private final Lookups lookups;
    private final Wording wording;

    ArticlePages(Lookups lookups, Wording wording) {
        this.wording = wording;
        this.lookups = lookups;
    }

    @GET
    @Operation(hidden = true)
    public Response search(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("topic") @DefaultValue("") String topic,
            @QueryParam("story") @DefaultValue("") String story,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        var query = query(Map.of("q", q, "language", language, "topic", topic, "story", story));
        var at = cursor.isEmpty() ? "" : "&cursor=" + Neighbours.parameter(cursor);
        var names = lookups.topicNames();
        return switch (lookups.tree(Neighbour.ARCHIVE, "/articles?limit=" + PAGE + query + at)) {
            case Lookup.Found<JsonNode>(JsonNode list) ->
                Html.page(Templates.articles(
                        rows(list, names), names, q, language, topic, story, older(list, query), null));
            case Lookup.Failed<JsonNode>(Problem problem) ->
                Html.page(
                        problem.status(),
                        Templates.articles(List.of(), names, q, language, topic, story, null, problem.detail()));
        };
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response show(@PathParam("id") String id) {
        return switch (lookups.article(id)) {
            case Lookup.Found<ClassifiedArticle>(ClassifiedArticle article) ->
                Html.page(Templates.article(ArticleView.of(article, lookups.topicNames(), wording.speech("story"))));
            case Lookup.Failed<ClassifiedArticle>(Problem problem) -> Html.error(problem);
        };
    }

    /** Two articles side by side, such as an original and its translation, with what corresponds marked in both. */
    @GET
    @Path("{id}/beside/{other}")
    @Operation(hidden = true)
    public Response beside(@PathParam("id") String id, @PathParam("other") String other) {
        return switch (lookups.article(id)) {
            case Lookup.Found<ClassifiedArticle>(ClassifiedArticle left) -> beside(left, lookups.article(other));
            case Lookup.Failed<ClassifiedArticle>(Problem problem) -> Html.error(problem);
        };
    }

    private Response beside(ClassifiedArticle left, Lookup<ClassifiedArticle> other) {
        return switch (other) {
            case Lookup.Found<ClassifiedArticle>(ClassifiedArticle right) ->
                Html.page(Templates.beside(BesideView.of(left, right, lookups.topicNames(), wording.speech("story"))));
            case Lookup.Failed<ClassifiedArticle>(Problem problem) -> Html.error(problem);
        };
    }

    private static List<ArticleRow> rows(JsonNode list, Map<String, String> names) {
        var rows = new ArrayList<ArticleRow>();
        list.path("items").forEach(item -> rows.add(ArticleRow.of(item, names)));
        return rows;
    }

    private static @Nullable String older(JsonNode list, String query) {
        var cursor = list.path("nextCursor").textValue();
        return cursor == null ? null : "/articles?cursor=" + Neighbours.parameter(cursor) + query;
    }

    private static String query(Map<String, String> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                query.append('&').append(name).append('=').append(Neighbours.parameter(value.strip()));
            }
        });
        return query.toString();
    }
}

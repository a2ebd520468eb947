package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.pages.ArticleView;
import dev.tocsin.dashboard.pages.BesideView;
import dev.tocsin.dashboard.pages.SearchForm;
import dev.tocsin.dashboard.pages.SearchView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /articles}, the search, and {@code /articles/{id}}, one article with all its evidence. */
@Path("/articles")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ArticlePages {
    private static final int PAGE = 50;
    private static final int UNAVAILABLE = 503;

    private final Lookups lookups;
    private final Neighbours neighbours;
    private final Who who;
    private final InstantSource clock;
    private final Wording wording;

    ArticlePages(Lookups lookups, Neighbours neighbours, Who who, InstantSource clock, Wording wording) {
        this.wording = wording;
        this.lookups = lookups;
        this.neighbours = neighbours;
        this.who = who;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response search(@Context UriInfo uri) {
        var given = uri.getQueryParameters();
        var form = new SearchForm(given::getFirst);
        var cursor = given.getFirst("cursor");
        var list = "/articles?limit=" + PAGE
                + (form.isEmpty() ? "" : "&" + form.archiveQuery())
                + (cursor == null || cursor.isBlank() ? "" : "&cursor=" + Neighbours.parameter(cursor));
        var context = new SearchView.Context(
                Html.reader().language().locale(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                names(),
                lookups.tree(Neighbour.ARCHIVE, "/searches").found().orElse(MissingNode.getInstance()));
        return switch (articles(form, list)) {
            case Reply.Answer answer
            when answer.ok() -> Html.page(Templates.articles(SearchView.found(form, tree(answer), context)));
            case Reply.Answer answer -> wrong(form, Lookups.problem(answer), tree(answer), context);
            case Reply.Silence(Problem problem) -> wrong(form, problem, MissingNode.getInstance(), context);
        };
    }

    /** The list with its counts; without them where only the index, which knows them, is away. */
    private Reply articles(SearchForm form, String list) {
        var counted = neighbours.get(Neighbour.ARCHIVE, list + "&facets=true");
        return counted instanceof Reply.Answer answer && answer.status() == UNAVAILABLE && form.isForTheStore()
                ? neighbours.get(Neighbour.ARCHIVE, list)
                : counted;
    }

    /** Keeps the search of the page, for browsers without script too. */
    @POST
    @Path("searches")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @FormParam("name") @DefaultValue("") String name, @FormParam("query") @DefaultValue("") String query) {
        var kept = neighbours.send(
                Neighbour.ARCHIVE,
                "PUT",
                "/searches/" + Neighbours.segment(name.strip()),
                MediaType.APPLICATION_JSON,
                SearchesApi.kept(query, who.getName()),
                Map.of());
        return back(kept, "/articles?" + query);
    }

    @POST
    @Path("searches/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response forget(@FormParam("name") @DefaultValue("") String name) {
        var path = "/searches/" + Neighbours.segment(name);
        return back(neighbours.send(Neighbour.ARCHIVE, "DELETE", path, null, null, Map.of()), "/articles");
    }

    private static Response back(Reply reply, String address) {
        return switch (reply) {
            case Reply.Answer answer when answer.ok() -> seeOther(address);
            case Reply.Answer answer -> Html.error(Lookups.problem(answer));
            case Reply.Silence(Problem problem) -> Html.error(problem);
        };
    }

    private static Response seeOther(String address) {
        try {
            return Response.seeOther(URI.create(address)).build();
        } catch (IllegalArgumentException e) {
            return Response.seeOther(URI.create("/articles")).build();
        }
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response show(@PathParam("id") String id) {
        return switch (lookups.article(id)) {
            case Lookup.Found<ClassifiedArticle>(ClassifiedArticle article) ->
                Html.page(Templates.article(ArticleView.of(article, names(), wording.speech("story"))));
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
                Html.page(Templates.beside(BesideView.of(left, right, names(), wording.speech("story"))));
            case Lookup.Failed<ClassifiedArticle>(Problem problem) -> Html.error(problem);
        };
    }

    private static Response wrong(SearchForm form, Problem problem, JsonNode answer, SearchView.Context context) {
        return Html.page(
                problem.status(),
                Templates.articles(SearchView.wrong(form, String.valueOf(problem.detail()), answer, context)));
    }

    /** What the reader calls the topics. */
    private Map<String, String> names() {
        return lookups.topicNames(Html.reader().language().locale());
    }

    private static JsonNode tree(Reply.Answer answer) {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (UnreadableMessageException e) {
            return MissingNode.getInstance();
        }
    }
}

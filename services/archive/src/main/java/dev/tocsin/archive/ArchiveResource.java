package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.pace.PaceView;
import dev.tocsin.archive.query.AlertQuery;
import dev.tocsin.archive.query.ArticleQuery;
import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Page;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.query.StoryQuery;
import dev.tocsin.archive.search.Search;
import dev.tocsin.archive.view.AlertView;
import dev.tocsin.archive.view.ArticleView;
import dev.tocsin.contracts.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/**
 * The read API. Lists go on with {@code cursor}: items that arrive meanwhile stand before the first page and disturb
 * nothing; a story or alert that changes meanwhile moves there too.
 */
@Singleton
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ArchiveResource {
    private final Store store;
    private final Searches searches;
    private final SearchIndex index;
    private final Pace pace;

    ArchiveResource(Store store, Searches searches, SearchIndex index, Pace pace) {
        this.store = store;
        this.searches = searches;
        this.index = index;
        this.pace = pace;
    }

    /**
     * Articles, newest event time first. Parameters: {@code language, topic, source, story, from, to, cursor, limit}; see
     * {@link ArticleQuery}. With {@code q, country, actor, reliability, sort} or {@code facets} the search answers, which knows an
     * article about a second after it was archived; see {@link Search} and {@link Searches#answer}.
     */
    @GET
    @Path("articles")
    public Object articles(UriInfo uri) {
        var parameters = parameters(uri);
        if (Search.isAskedBy(parameters)) {
            return searches.answer(parameters);
        }
        var query = ArticleQuery.of(parameters);
        return Page.of(store.articles(query), query.scope());
    }

    /** An article whole, as the contract's {@code ClassifiedArticle}, with its {@code eventTime}. */
    @GET
    @Path("articles/{id}")
    public ObjectNode article(String id) {
        return store.article(id).map(ArticleView::whole).orElseThrow(() -> new NothingThereException("article", id));
    }

    /** Stories, last seen first. Parameters: {@code topic, state, cursor, limit}; see {@link StoryQuery}. */
    @GET
    @Path("stories")
    public Page<ObjectNode> stories(UriInfo uri) {
        var query = StoryQuery.of(parameters(uri));
        return Page.of(store.stories(query), query.scope());
    }

    @GET
    @Path("stories/{id}")
    public ObjectNode story(String id) {
        return store.story(id).orElseThrow(() -> new NothingThereException("story", id));
    }

    /**
     * The latest alert of each story, newest first, with {@code verdict} and {@code firstAlerted}. Parameters:
     * {@code topic, status, since, cursor, limit}; see {@link AlertQuery}.
     */
    @GET
    @Path("alerts")
    public Page<ObjectNode> alerts(UriInfo uri) {
        var query = AlertQuery.of(parameters(uri));
        return Page.of(store.alerts(query).map(AlertView::item), query.scope());
    }

    /** The latest alert of a story with all its {@code revisions} and {@code verdicts}, oldest first. */
    @GET
    @Path("alerts/{story}")
    public ObjectNode alert(String story) {
        return store.alert(story)
                .map(head -> AlertView.whole(head, store.revisions(head), store.verdicts(story)))
                .orElseThrow(() -> new NothingThereException("alert of a story", story));
    }

    /** All topic packs by id, on one page. */
    @GET
    @Path("topics")
    public Page<ObjectNode> topics() {
        return new Page<>(store.topics(), null);
    }

    @GET
    @Path("topics/{id}")
    public ObjectNode topic(String id) {
        return store.topic(id).orElseThrow(() -> new NothingThereException("topic", id));
    }

    @GET
    @Path("status")
    public ObjectNode status() {
        ObjectNode counts = Json.mapper().valueToTree(store.counts());
        return counts.putPOJO("search", index.state());
    }

    /** How fast the news came in the last hour; the stages over the last {@code minutes}, 1 to 60, 15 where it is not given. */
    @GET
    @Path("status/pace")
    public PaceView pace(@QueryParam("minutes") @DefaultValue("15") String minutes) {
        if (!minutes.matches("[1-9]|[1-5]\\d|60")) {
            throw new BadParameterException("minutes", "is no whole number from 1 to " + PaceView.MINUTES);
        }
        return pace.view(Integer.parseInt(minutes));
    }

    private static Parameters parameters(UriInfo uri) {
        return new Parameters(uri.getQueryParameters());
    }
}

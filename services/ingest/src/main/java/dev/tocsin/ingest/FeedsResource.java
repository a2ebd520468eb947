package dev.tocsin.ingest;

import static dev.tocsin.ingest.Parameters.orBadRequest;
import static dev.tocsin.ingest.Parameters.orUnprocessable;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedCursor;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.feeds.FeedStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feeds, one at a time and in pages, for people and for the dashboard. */
@Path("/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FeedsResource {
    private static final long MAX_BODY = 64 * 1024;
    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final FeedStore store;
    private final FeedCatalog catalog;
    private final DeletedFeeds deleted;
    private final ArrivalStore arrivals;
    private final FeedForm form;
    private final Poller poller;
    private final InstantSource clock;

    FeedsResource(
            FeedStore store,
            FeedCatalog catalog,
            DeletedFeeds deleted,
            ArrivalStore arrivals,
            FeedForm form,
            Poller poller,
            InstantSource clock) {
        this.store = store;
        this.catalog = catalog;
        this.deleted = deleted;
        this.arrivals = arrivals;
        this.form = form;
        this.poller = poller;
        this.clock = clock;
    }

    /** What narrows a list. */
    static final class Filter {
        @QueryParam("state")
        @Nullable
        String state;

        @QueryParam("tag")
        @Nullable
        String tag;

        @QueryParam("country")
        @Nullable
        String country;

        @QueryParam("language")
        @Nullable
        String language;

        @QueryParam("q")
        @Nullable
        String q;

        FeedQuery query() {
            return orBadRequest(() -> FeedQuery.of(state, tag, country, language, q));
        }
    }

    /** A feed that was deleted and can be brought back until then. */
    record Gone(String id, String url, @Nullable String title, Instant deletedAt, Instant until) {}

    /** Those that can be brought back. */
    record GonePage(List<Gone> items, @Nullable String nextCursor) {}

    @GET
    public FeedView.Page list(
            @BeanParam Filter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        int size = Parameters.pageSize(limit, STANDARD_PAGE, LARGEST_PAGE);
        var after = cursor == null ? null : orBadRequest(() -> FeedCursor.decode(cursor));
        var found = catalog.list(filter.query(), after, size + 1);
        boolean more = found.size() > size;
        var page = more ? found.subList(0, size) : found;
        var last = more ? page.getLast().feed() : null;
        return new FeedView.Page(
                views(page), last == null ? null : new FeedCursor(last.createdAt(), last.id()).encoded());
    }

    /** How many feeds there are in each state, with each tag, of each country and in each language. */
    @GET
    @Path("/facets")
    public FeedFacets facets() {
        return catalog.facets();
    }

    /** The latest deletions that can be taken back. */
    @GET
    @Path("/deleted")
    public GonePage gone(@QueryParam("limit") @Nullable String limit) {
        int size = Parameters.pageSize(limit, STANDARD_PAGE, LARGEST_PAGE);
        var items = deleted.latest(size, clock.instant()).stream()
                .map(d -> new Gone(
                        d.feed().id(),
                        d.feed().address().uri().toString(),
                        d.feed().title(),
                        d.at(),
                        d.until()))
                .toList();
        return new GonePage(items, null);
    }

    @GET
    @Path("/{id}")
    public FeedView get(@PathParam("id") String id) {
        return view(found(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) {
        var json = new JsonBody(body, MAX_BODY).one();
        var feed = orUnprocessable(() -> {
            // MongoDB keeps milliseconds, and the answer is what a later question gives.
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return new Feed(form.address(json), form.settings(json), FeedStatus.unknown(now), now);
        });
        if (!store.add(feed)) {
            throw Problem.conflict("this address is a feed already, /feeds/" + feed.id());
        }
        deleted.forget(Set.of(feed.id()));
        poller.wake();
        return Response.created(URI.create("/feeds/" + feed.id()))
                .entity(view(KnownFeed.of(feed)))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public FeedView change(@PathParam("id") String id, InputStream body) {
        var json = new JsonBody(body, MAX_BODY).one();
        var before = found(id).feed().settings();
        var settings = orUnprocessable(() -> form.patched(before, json));
        store.update(id, settings, clock.instant()).orElseThrow(() -> unknown(id));
        poller.wake();
        return view(found(id));
    }

    /** It can be brought back for a while: {@code POST /feeds/{id}/restore}. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        if (deleted.delete(Set.of(id), clock.instant()).isEmpty()) {
            throw unknown(id);
        }
    }

    @POST
    @Path("/{id}/restore")
    public FeedView restore(@PathParam("id") String id) {
        if (deleted.restore(Set.of(id), clock.instant()).isEmpty()) {
            throw Problem.notFound("no deleted feed " + id
                    + " can be brought back (any more): GET /feeds/deleted lists those that can; else add its address");
        }
        poller.wake();
        return view(found(id));
    }

    private KnownFeed found(String id) {
        return catalog.find(id).orElseThrow(() -> unknown(id));
    }

    private FeedView view(KnownFeed feed) {
        return views(List.of(feed)).getFirst();
    }

    private List<FeedView> views(List<KnownFeed> feeds) {
        var hours = arrivals.of(feeds.stream().map(f -> f.feed().id()).toList(), clock.instant());
        return feeds.stream().map(f -> FeedView.of(f, hours.get(f.feed().id()))).toList();
    }

    private static ProblemException unknown(String id) {
        return Problem.notFound("there is no feed " + id + "; GET /feeds lists those there are");
    }
}

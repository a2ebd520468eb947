package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedCursor;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The feeds, for people and for the dashboard. */
@Path("/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FeedsResource {
    private static final long MAX_BODY = 64 * 1024;
    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final FeedStore store;
    private final FeedForm form;
    private final Poller poller;
    private final InstantSource clock;

    FeedsResource(FeedStore store, FeedForm form, Poller poller, InstantSource clock) {
        this.store = store;
        this.form = form;
        this.poller = poller;
        this.clock = clock;
    }

    @GET
    public FeedView.Page list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        int size = pageSize(limit);
        var after = cursor == null ? null : orBadRequest(() -> FeedCursor.decode(cursor));
        var found = store.list(after, size + 1);
        boolean more = found.size() > size;
        var page = more ? found.subList(0, size) : found;
        var last = more ? page.getLast() : null;
        return new FeedView.Page(
                page.stream().map(FeedView::of).toList(),
                last == null ? null : new FeedCursor(last.createdAt(), last.id()).encoded());
    }

    @GET
    @Path("/{id}")
    public FeedView get(@PathParam("id") String id) {
        return FeedView.of(found(id));
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
        poller.wake();
        return Response.created(URI.create("/feeds/" + feed.id()))
                .entity(FeedView.of(feed))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public FeedView change(@PathParam("id") String id, InputStream body) {
        var json = new JsonBody(body, MAX_BODY).one();
        var before = found(id).settings();
        var settings = orUnprocessable(() -> form.patched(before, json));
        var changed = store.update(id, settings, clock.instant()).orElseThrow(() -> unknown(id));
        poller.wake();
        return FeedView.of(changed);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        if (!store.delete(id)) {
            throw unknown(id);
        }
    }

    private Feed found(String id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return Problem.notFound("there is no feed " + id + "; GET /feeds lists those there are");
    }

    private static int pageSize(@Nullable String limit) {
        if (limit == null) {
            return STANDARD_PAGE;
        }
        return orBadRequest(() -> {
            if (limit.matches("\\d{1,4}")) {
                int size = Integer.parseInt(limit);
                if (size >= 1 && size <= LARGEST_PAGE) {
                    return size;
                }
            }
            throw new IllegalArgumentException(
                    "'limit' is '" + limit + "', expected a number from 1 to " + LARGEST_PAGE);
        });
    }

    private static <T> T orBadRequest(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static <T> T orUnprocessable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(String.valueOf(e.getMessage()));
        }
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.pages.AlertHistory;
import dev.tocsin.dashboard.pull.AtomFeed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The alerts as a feed that any feed reader follows. */
@Path("/api/alerts.atom")
@Tag(name = "Alerts")
@RunOnVirtualThread
final class AtomApi {
    /** Stories asked for at the same time: the archive has others to answer. */
    private static final int AT_ONCE = 8;

    private final Lookups lookups;
    private final DashboardConfig config;

    AtomApi(Lookups lookups, DashboardConfig config) {
        this.lookups = lookups;
        this.config = config;
    }

    @GET
    @Produces("application/atom+xml")
    @Operation(
            summary = "The latest alert of each story as Atom 1.0, with all its changes",
            description = "Takes the filters of /api/alerts, and answers conditional requests.")
    @APIResponse(responseCode = "200", description = "The feed")
    @APIResponse(responseCode = "304", description = "Nothing rang since")
    public Response feed(@Context UriInfo uri, @Context Request request) {
        var query = uri.getRequestUri().getRawQuery();
        var listed = lookups.tree(Neighbour.ARCHIVE, "/alerts" + (query == null ? "" : "?" + query));
        if (listed instanceof Lookup.Failed<JsonNode>(Problem problem)) {
            return problem.response();
        }
        var latest = new ArrayList<AlertHistory>();
        for (var item : listed.found().orElseThrow().path("items")) {
            try {
                latest.add(AlertHistory.read(Json.write(item)));
            } catch (UnreadableMessageException e) {
                return Problem.of(502, "A part of Tocsin gave no usable answer", "An alert " + e.getMessage() + ".")
                        .response();
            }
        }
        var updated = AtomFeed.updated(latest, Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
        var tag = new EntityTag(tag(latest, uri));
        var unchanged = request.evaluatePreconditions(Date.from(updated), tag);
        if (unchanged != null) {
            return validated(unchanged, tag, updated);
        }
        var told = histories(latest);
        var response = Response.ok(feed(uri).xml(told.stories(), lookups.topicNames(), updated));
        return told.whole()
                ? validated(response, tag, updated)
                : response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response validated(Response.ResponseBuilder response, EntityTag tag, Instant updated) {
        return response.tag(tag)
                .lastModified(Date.from(updated))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private AtomFeed feed(UriInfo uri) {
        return new AtomFeed(config.sender(), uri.getRequestUri(), uri.getBaseUri());
    }

    /**
     * What the feed tells.
     *
     * @param whole whether the archive gave all of it; what is not whole is nothing to hold on to
     */
    private record Told(List<AlertHistory> stories, boolean whole) {}

    /** Each story with all that was told of it; where the archive does not say, with the latest. */
    private Told histories(List<AlertHistory> latest) {
        var asked = new ArrayList<Future<Lookup<AlertHistory>>>();
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (var story : latest) {
                asked.add(threads.submit(() -> lookups.alert(story.latest().story())));
            }
        }
        var stories = new ArrayList<AlertHistory>();
        boolean whole = true;
        for (int i = 0; i < asked.size(); i++) {
            var found = asked.get(i).resultNow().found();
            stories.add(found.orElse(latest.get(i)));
            whole &= found.isPresent();
        }
        return new Told(stories, whole);
    }

    /** Which revisions the feed holds, and from where it is seen: its links are absolute. */
    private static String tag(List<AlertHistory> stories, UriInfo uri) {
        int hash = Objects.hash(
                uri.getRequestUri(),
                stories.stream()
                        .map(story ->
                                story.latest().story() + ":" + story.latest().revision())
                        .toList());
        return Integer.toHexString(hash) + "-" + stories.size();
    }
}

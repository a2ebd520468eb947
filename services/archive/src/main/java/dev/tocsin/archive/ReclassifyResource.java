package dev.tocsin.archive;

import dev.tocsin.archive.anew.Job;
import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for the archive to be met with a topic's pack, watches it and ends it. */
@Singleton
@Path("/topics/{id}/reclassify")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ReclassifyResource {
    /** What is asked; times of RFC 3339. */
    record Request(@Nullable String from, @Nullable String to, @Nullable Boolean exercise) {}

    private final Store store;
    private final Reclassifier reclassifier;

    ReclassifyResource(Store store, Reclassifier reclassifier) {
        this.store = store;
        this.reclassifier = reclassifier;
    }

    /** 202 with the {@link Job}; 409 while another runs. */
    @POST
    public Response begin(String id, byte[] body, UriInfo uri) {
        var request = request(body);
        var times = new Parameters(Map.of("from", listed(request.from()), "to", listed(request.to())));
        var from = times.instant("from");
        var to = times.instant("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw new BadParameterException("from", "is " + from + ", not before 'to', which is " + to);
        }
        var pack = store.topic(id).orElseThrow(() -> new NothingThereException("topic", id));
        boolean exercise = Boolean.TRUE.equals(request.exercise());
        var begun = reclassifier.begin(id, pack.path("version").asInt(), from, to, exercise);
        return begun.mustWait()
                ? busy(begun.job(), uri)
                : Response.accepted(begun.job()).build();
    }

    /** 200 with the last {@link Job}, where it was of this topic; else 204. */
    @GET
    public Response get(String id) {
        return reclassifier
                .find(id)
                .map(Response::ok)
                .orElseGet(Response::noContent)
                .build();
    }

    @DELETE
    public Job cancel(String id) {
        return reclassifier
                .cancel(id)
                .orElseThrow(() -> new NothingThereException("running reclassification of topic", id));
    }

    private static Request request(byte[] body) {
        try {
            return body.length == 0 ? new Request(null, null, null) : Json.read(body, Request.class);
        } catch (UnreadableMessageException e) {
            throw new BadParameterException("body", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> listed(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static Response busy(Job job, UriInfo uri) {
        return Problem.of(
                        Response.Status.CONFLICT,
                        "the archive is being gone through for the topic '" + job.topic() + "', " + job.read() + " of "
                                + job.articles()
                                + " articles so far, and one goes at a time: wait for it, or cancel it",
                        uri.getRequestUri().getRawPath())
                .response()
                .build();
    }
}

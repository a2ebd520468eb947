package dev.tocsin.classify;

import dev.tocsin.classify.learn.Learner;
import dev.tocsin.classify.learn.Proposal;
import dev.tocsin.classify.learn.Refit;
import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.pack.PackText;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Tries packs, and learns for them, where the terms' analyzers are. */
@Singleton
@Path("/packs")
public class PacksResource {
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Semaphore learning = new Semaphore(1);

    /** A pack in YAML or JSON: 200 with it as the channel carries it, or 422 with its first mistake. */
    @POST
    @Path("check")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response check(String body) {
        if (body.length() > MOST_CHARACTERS) {
            return problem("the pack is larger than 1 MB: split it into several topics");
        }
        try {
            return Response.ok(Json.write(PackText.read("pack", body))).build();
        } catch (InvalidPackException e) {
            return problem(e.getMessage());
        }
    }

    /**
     * A pack and judged texts: 200 with a {@link Proposal} of other weights, or 422 with what is missing. Nothing is changed.
     * One at a time, because it computes: 503 while another is made.
     */
    @POST
    @Path("refit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response refit(byte[] body) {
        if (!learning.tryAcquire()) {
            return problem(503, "Busy", "another proposal is being made: ask again in a moment");
        }
        try {
            var request = Json.read(body, RefitRequest.class);
            return switch (Learner.of(request.pack(), request.judged())) {
                case Proposal proposal -> Response.ok(Json.write(proposal)).build();
                case Refit.TooFew few -> problem(422, "Too few verdicts", few.words());
            };
        } catch (UnreadableMessageException e) {
            return problem(400, "Unreadable request", "the body " + e.getMessage());
        } catch (BadTermException e) {
            return problem("signal '" + e.signal() + "', " + e.language() + ": " + e.getMessage());
        } finally {
            learning.release();
        }
    }

    private static Response problem(String detail) {
        return problem(422, "The pack is wrong", detail);
    }

    private static Response problem(int status, String title, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Json.write(Map.of("type", "about:blank", "title", title, "status", status, "detail", detail)))
                .build();
    }
}

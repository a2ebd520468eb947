package dev.tocsin.archive;

import dev.tocsin.archive.lab.Backtest;
import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
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
import org.jspecify.annotations.Nullable;

/** Takes a draft of a topic pack through the archive, without anything coming of it, and tells what it found. */
@Singleton
@Path("/topics/{id}/backtest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class BacktestResource {
    private final Backtests backtests;

    BacktestResource(Backtests backtests) {
        this.backtests = backtests;
    }

    /**
     * The draft as JSON, tried before: 202 with the {@link Backtest}; 409 while another runs. Parameters {@code from} and
     * {@code to}: event times of RFC 3339.
     */
    @POST
    public Response begin(String id, byte[] body, UriInfo uri) {
        var parameters = new Parameters(uri.getQueryParameters());
        var from = parameters.instant("from");
        var to = parameters.instant("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw new BadParameterException("from", "is " + from + ", not before 'to', which is " + to);
        }
        var begun = backtests.begin(draft(id, body), from, to);
        return begun.mustWait()
                ? busy(begun.backtest(), uri)
                : Response.accepted(begun.backtest()).build();
    }

    /** 200 with the last {@link Backtest} of the topic; 204 where there was none. */
    @GET
    public @Nullable Backtest get(String id) {
        return backtests.find(id).orElse(null);
    }

    /** 200 with the one that ran until now. */
    @DELETE
    public Backtest cancel(String id) {
        return backtests.cancel(id).orElseThrow(() -> new NothingThereException("running backtest of the topic", id));
    }

    private static TopicPack draft(String id, byte[] body) {
        try {
            var draft = Json.read(body, TopicPack.class);
            if (!draft.id().equals(id)) {
                throw new BadParameterException("id", "is " + draft.id() + ", the address says " + id);
            }
            return draft;
        } catch (UnreadableMessageException e) {
            throw new BadParameterException("body", String.valueOf(e.getMessage()));
        }
    }

    private static Response busy(Backtest other, UriInfo uri) {
        return Problem.of(
                        Response.Status.CONFLICT,
                        "a draft of the topic '" + other.topic() + "' is on its way through the archive, "
                                + other.read()
                                + " of " + other.articles()
                                + " articles so far, and one goes at a time: wait for it, or cancel it",
                        uri.getRequestUri().getRawPath())
                .response()
                .build();
    }
}

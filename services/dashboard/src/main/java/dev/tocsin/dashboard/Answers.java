package dev.tocsin.dashboard;

import com.mongodb.MongoException;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers of the API that are the dashboard's own and no neighbour's. */
final class Answers {
    private static final Logger LOG = Logger.getLogger(Answers.class);

    static Response json(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.write(body))
                .build();
    }

    static Response wrong(String detail) {
        return Problem.of(422, "A field is wrong", detail).response();
    }

    static Response conflict(String detail) {
        return Problem.of(409, "Not as things are", detail).response();
    }

    static Response missing(String what, String id) {
        return Problem.of(404, "No such " + what, "There is no " + what + " '" + id + "'.")
                .response();
    }

    @ServerExceptionMapper
    Response away(MongoException e, RoutingContext request) {
        LOG.errorf("the store does not answer error=%s", e.toString());
        return later("The store does not answer. Try again in a moment.", request);
    }

    @ServerExceptionMapper
    Response busy(BusyException e, RoutingContext request) {
        return later("Too many people sign in just now. Try again in a moment.", request);
    }

    private static Response later(String detail, RoutingContext request) {
        var problem = Problem.of(503, "A part of Tocsin is down", detail);
        var answer = Requests.wantsPage(request.request()) ? Html.error(problem) : problem.response();
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .build();
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableMessageException e) {
        return Problem.of(400, "Unreadable", "The body " + e.getMessage()).response();
    }
}

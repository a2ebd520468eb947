package dev.tocsin.dashboard;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers of the API that are the dashboard's own and no neighbour's. */
final class Answers {
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
    Response unreadable(UnreadableMessageException e) {
        return Problem.of(400, "Unreadable", "The body " + e.getMessage()).response();
    }
}

package dev.tocsin.dashboard;

import dev.tocsin.contracts.CloudEvent;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes a request of the public API on to the neighbour that knows, and its answer back, unchanged. */
@Singleton
final class Passage {
    /** What goes along with a write: its trace, who may push articles, and what tells a repetition. */
    private static final List<String> PASSED = List.of(
            CloudEvent.TRACE_PARENT, HttpHeaders.AUTHORIZATION, "X-API-Key", "Idempotency-Key", "X-Forwarded-For");

    private final Neighbours neighbours;

    Passage(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Reads; the query goes along as it is. */
    Response get(Neighbour neighbour, String path, UriInfo uri) {
        return response(neighbours.get(neighbour, withQuery(path, uri)));
    }

    /** Writes; the body goes along as it is. */
    Response send(
            Neighbour neighbour, String method, String path, UriInfo uri, HttpHeaders headers, byte @Nullable [] body) {
        return response(neighbours.send(
                neighbour,
                method,
                withQuery(path, uri),
                headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
                body,
                passed(headers)));
    }

    private static Map<String, String> passed(HttpHeaders headers) {
        var passed = new LinkedHashMap<String, String>();
        for (var name : PASSED) {
            var value = headers.getHeaderString(name);
            if (value != null) {
                passed.put(name, value);
            }
        }
        return passed;
    }

    static Response response(Reply reply) {
        return switch (reply) {
            case Reply.Silence silence -> silence.problem().response();
            case Reply.Answer answer -> passed(answer);
        };
    }

    private static Response passed(Reply.Answer answer) {
        var response = Response.status(answer.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.body().length > 0) {
            response.entity(answer.body()).type(answer.type() == null ? "application/octet-stream" : answer.type());
        }
        if (answer.location() != null) {
            // the neighbour's path, seen from here
            response.location(URI.create("/api" + URI.create(answer.location()).getRawPath()));
        }
        return response.build();
    }

    private static String withQuery(String path, UriInfo uri) {
        var query = uri.getRequestUri().getRawQuery();
        return query == null ? path : path + "?" + query;
    }
}

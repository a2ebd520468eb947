package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes a request of the public API on to the neighbour that knows, and its answer back, but for its own paths, as it is. */
@Singleton
final class Passage {
    /** What goes along with a write: its trace, and what tells a repetition. Whose it is was checked here. */
    private static final List<String> PASSED = List.of(CloudEvent.TRACE_PARENT, "Idempotency-Key");

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Neighbours neighbours;

    @Context
    HttpServerRequest request;

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

    private Map<String, String> passed(HttpHeaders headers) {
        var passed = new LinkedHashMap<String, String>();
        for (var name : PASSED) {
            var value = headers.getHeaderString(name);
            if (value != null) {
                passed.put(name, value);
            }
        }
        // a neighbour on this machine must not take everybody who comes this way for one of its own
        var before = headers.getHeaderString(FORWARDED_FOR);
        var client = request.remoteAddress().hostAddress();
        passed.put(FORWARDED_FOR, before == null ? client : before + ", " + client);
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
            response.entity(seenFromHere(answer))
                    .type(answer.type() == null ? "application/octet-stream" : answer.type());
        }
        if (answer.location() != null) {
            // the neighbour's path, seen from here
            response.location(URI.create("/api" + URI.create(answer.location()).getRawPath()));
        }
        return response.build();
    }

    /** A problem names the path that was asked (RFC 9457, {@code instance}): the client asked ours, not the neighbour's. */
    private static byte[] seenFromHere(Reply.Answer answer) {
        if (answer.type() == null || !answer.type().startsWith(Problem.MEDIA_TYPE)) {
            return answer.body();
        }
        try {
            var problem = Json.read(answer.body(), JsonNode.class);
            var instance = problem.path("instance");
            if (problem instanceof ObjectNode own
                    && instance.isTextual()
                    && instance.textValue().startsWith("/")) {
                return Json.write(own.put("instance", "/api" + instance.textValue()));
            }
        } catch (UnreadableMessageException e) {
            // whatever it is, it is the neighbour's
        }
        return answer.body();
    }

    private static String withQuery(String path, UriInfo uri) {
        var query = uri.getRequestUri().getRawQuery();
        return query == null ? path : path + "?" + query;
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.manners.Etag;
import dev.tocsin.dashboard.manners.JsonText;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes a request of the public API on to the neighbour that knows, and its answer back with the manners of all answers. */
@Singleton
final class Passage {
    /** What goes along with a write: its trace, and what tells a repetition. Whose it is was checked here. */
    private static final List<String> PASSED = List.of(CloudEvent.TRACE_PARENT, Once.KEY);

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Neighbours neighbours;
    private final Once once;

    @Context
    HttpServerRequest request;

    Passage(Neighbours neighbours, Once once) {
        this.neighbours = neighbours;
        this.once = once;
    }

    /** Reads; the query goes along as it is. */
    Response get(Neighbour neighbour, String path, UriInfo uri) {
        var reply = neighbours.get(neighbour, withQuery(path, uri));
        if (!(reply instanceof Reply.Answer answer && answer.status() == 200 && isJson(answer.type()))) {
            return response(reply, false);
        }
        var found = Conditional.answer(
                answer.body(), String.valueOf(answer.type()), Etag.weak(answer.body()), ifNoneMatch());
        return JsonText.nextCursor(answer.body())
                .map(cursor -> Response.fromResponse(found)
                        .header(HttpHeaders.LINK, next(uri, cursor))
                        .build())
                .orElse(found);
    }

    /** Reads what people edit. @param edit names what they made of it, so that a change of theirs can have a condition */
    Response editable(Neighbour neighbour, String path, UriInfo uri, Edit edit) {
        var reply = neighbours.get(neighbour, withQuery(path, uri));
        if (!(reply instanceof Reply.Answer answer && answer.status() == 200)) {
            return response(reply, false);
        }
        var tag = edit.of(answer.body()).map(e -> Etag.ofEditable(e, answer.body()));
        return Conditional.answer(
                answer.body(),
                String.valueOf(answer.type()),
                tag.orElseGet(() -> Etag.weak(answer.body())),
                ifNoneMatch());
    }

    /** Names what people made of something, in its JSON; empty where that cannot be read. */
    interface Edit {
        Optional<String> of(byte[] json);
    }

    /** Writes; the body goes along as it is. */
    Response send(
            Neighbour neighbour, String method, String path, UriInfo uri, HttpHeaders headers, byte @Nullable [] body) {
        return send(neighbour, method, withQuery(path, uri), headers, body);
    }

    /** Writes; the query that the client sent does not go along, only what the path says. */
    Response send(Neighbour neighbour, String method, String path, HttpHeaders headers, byte @Nullable [] body) {
        var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (body != null && body.length > 0 && isJson(type)) {
            var fault = JsonText.fault(body);
            if (fault.isPresent()) {
                return malformed(fault.get());
            }
        }
        return once.answer(
                request, body, () -> response(neighbours.send(neighbour, method, path, type, body, passed(headers))));
    }

    static Response malformed(String fault) {
        return Problem.of(400, "Malformed JSON", "The body cannot be read: " + fault + ".")
                .response();
    }

    private @Nullable String ifNoneMatch() {
        return request.getHeader(HttpHeaders.IF_NONE_MATCH);
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && (type.startsWith("application/json") || type.startsWith("application/merge-patch+json"));
    }

    /** The page that follows, for clients that know no cursors (RFC 8288). */
    private static String next(UriInfo uri, String cursor) {
        var page = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", "{cursor}")
                .build(cursor);
        return "<" + page.getRawPath() + "?" + page.getRawQuery() + ">; rel=\"next\"";
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
        return response(reply, true);
    }

    /** @param inBody whether what an error names is a field of the body, and not a parameter */
    private static Response response(Reply reply, boolean inBody) {
        return switch (reply) {
            case Reply.Silence silence -> silence.problem().response();
            case Reply.Answer answer when answer.status() >= 400 -> problem(answer, inBody);
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

    /** A neighbour's error in the one form of the API, whatever form it has. */
    private static Response problem(Reply.Answer answer, boolean inBody) {
        var problem = Lookups.problem(answer);
        boolean ofRequest = answer.status() == 400 || answer.status() == 422;
        var pointing = ofRequest ? problem.pointing(inBody) : problem;
        var response = Response.fromResponse(pointing.response())
                .entity(pointing.json(said(answer)))
                .build();
        return answer.retryAfter() == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, null)
                        .header(HttpHeaders.RETRY_AFTER, answer.retryAfter())
                        .build();
    }

    private static JsonNode said(Reply.Answer answer) {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (UnreadableMessageException e) {
            return MissingNode.getInstance();
        }
    }

    private static String withQuery(String path, UriInfo uri) {
        var query = uri.getRequestUri().getRawQuery();
        return query == null ? path : path + "?" + query;
    }
}

package dev.tocsin.archive;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.MongoException;
import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.search.SearchSyntaxException;
import dev.tocsin.contracts.Json;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes every failure a problem, the framework's own ones too. */
final class Problems {
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response badParameter(BadParameterException e, UriInfo uri) {
        return problem(BAD_REQUEST, String.valueOf(e.getMessage()), uri).build();
    }

    /** A search that cannot be read; {@code position} says where, in UTF-16 units of {@code q}, and {@code reason} what. */
    @ServerExceptionMapper
    Response badSearch(SearchSyntaxException e, UriInfo uri) {
        var detail = "'q' at character " + (e.start() + 1) + ": " + e.getMessage();
        ObjectNode problem = Json.mapper()
                .valueToTree(Problem.of(BAD_REQUEST, detail, uri.getRequestUri().getRawPath()));
        problem.put("reason", e.reason().label());
        problem.putObject("position").put("start", e.start()).put("end", e.end());
        return Response.status(BAD_REQUEST)
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    /** The search is being made, mended, or has more to do than it can. */
    @ServerExceptionMapper
    Response noSearch(NoSearchException e, UriInfo uri) {
        return problem(SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()), uri)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response nothingThere(NothingThereException e, UriInfo uri) {
        return problem(NOT_FOUND, String.valueOf(e.getMessage()), uri).build();
    }

    /** The store is away, or too slow: nothing the client did, and it may pass. */
    @ServerExceptionMapper
    Response storeAway(MongoException e, UriInfo uri) {
        Log.warnf("store not read error=%s", e.getMessage());
        return problem(SERVICE_UNAVAILABLE, "the store does not answer; try again in a few seconds", uri)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /** Unknown paths, methods and media types. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo uri) {
        var refused = e.getResponse();
        var detail =
                switch (refused.getStatus()) {
                    case 404 -> "there is nothing at this path; there are articles, stories, alerts, topics and status";
                    case 405 ->
                        "the archive is read with GET; it is filled from the channels, and gone through with"
                                + " POST /topics/{id}/reclassify";
                    case 406 -> "answers are application/json; accept that";
                    default -> String.valueOf(e.getMessage());
                };
        var problem = problem(refused.getStatusInfo(), detail, uri);
        var allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? problem : problem.header(HttpHeaders.ALLOW, allowed)).build();
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e, UriInfo uri) {
        Log.errorf(e, "request failed path=%s error=%s", uri.getPath(), e);
        return problem(INTERNAL_SERVER_ERROR, "the archive failed; its log says more", uri)
                .build();
    }

    private static Response.ResponseBuilder problem(Response.StatusType status, String detail, UriInfo uri) {
        return Problem.of(status, detail, uri.getRequestUri().getRawPath()).response();
    }
}

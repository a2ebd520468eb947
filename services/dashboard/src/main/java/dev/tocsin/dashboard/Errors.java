package dev.tocsin.dashboard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong outside our own code: a page for people, a problem for programs. */
final class Errors {
    private static final Logger LOG = Logger.getLogger(Errors.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException e, ContainerRequestContext request) {
        var refused = e.getResponse();
        var answer = answer(problem(refused, request), request);
        var allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    private static Problem problem(Response refused, ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        return switch (refused.getStatus()) {
            case 400 -> Problem.of(400, "Malformed request", "The address, a header or the body cannot be read.");
            case 404 ->
                Problem.of(404, "Not found", "There is nothing at " + path + ". /q/openapi lists what there is.");
            case 405 ->
                Problem.of(
                        405,
                        "Not allowed",
                        request.getMethod() + " does not go with " + path + "; Allow says what does.");
            case 406 ->
                Problem.of(
                        406, "Not acceptable", "There is no answer of the kind that 'Accept' asks for; leave it out.");
            case 413 -> tooLarge();
            case 415 ->
                Problem.of(
                        415,
                        "Unsupported media type",
                        "/q/openapi says in which type the body is to be sent: mostly" + " application/json.");
            default -> Problem.of(refused.getStatus(), refused.getStatusInfo().getReasonPhrase(), null);
        };
    }

    static Problem tooLarge() {
        return Problem.of(413, "Content too large", "The body is larger than this takes; send it in parts.");
    }

    @ServerExceptionMapper
    Response broken(RuntimeException e, ContainerRequestContext request) {
        LOG.error("a request broke", e);
        return answer(Problem.of(500, "Something broke", "This is a fault of Tocsin's; its log says more."), request);
    }

    private static Response answer(Problem problem, ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        boolean browser = accept != null && accept.contains("text/html") && !path.startsWith("/api");
        return browser ? Html.error(problem) : problem.response();
    }
}

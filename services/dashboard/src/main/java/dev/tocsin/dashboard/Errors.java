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
        int status = e.getResponse().getStatus();
        var path = request.getUriInfo().getPath();
        var problem =
                switch (status) {
                    case 404 -> Problem.of(404, "Not found", "There is nothing at " + path + ".");
                    case 405 -> Problem.of(405, "Not allowed", request.getMethod() + " does not go with " + path + ".");
                    case 415 -> Problem.of(415, "Unsupported media type", "Send the body as application/json.");
                    default ->
                        Problem.of(status, e.getResponse().getStatusInfo().getReasonPhrase(), null);
                };
        return answer(problem, request);
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

package dev.tocsin.notify;

import com.mongodb.MongoException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns exceptions of requests into problem details. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        return Problem.response(e.getResponse().getStatusInfo(), e.getMessage(), uri.getPath());
    }

    @ServerExceptionMapper
    Response store(MongoException e, UriInfo uri) {
        LOG.errorf("store does not answer error=%s", e.toString());
        return Problem.response(
                Response.Status.SERVICE_UNAVAILABLE, "The store does not answer; try again later.", uri.getPath());
    }
}

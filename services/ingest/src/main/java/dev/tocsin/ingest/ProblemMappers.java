package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.ingest.publish.OutletDownException;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as a problem, whoever found it. */
final class ProblemMappers {
    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return e.problem().response();
    }

    /** What the framework finds: unknown paths, methods, media types. */
    @ServerExceptionMapper
    Response framework(WebApplicationException e) {
        return Problem.of(e.getResponse().getStatus(), e.getMessage()).response();
    }

    @ServerExceptionMapper
    Response storeDown(MongoException e) {
        Log.warnf("store is down error=%s", e.getMessage());
        return Problem.of(503, "the store cannot be reached; send the same again later")
                .response();
    }

    @ServerExceptionMapper
    Response channelDown(OutletDownException e) {
        Log.warnf("channel is down error=%s", e.getMessage());
        return Problem.of(503, e.getMessage() + "; send the same again later").response();
    }

    @ServerExceptionMapper
    Response mistake(RuntimeException e) {
        Log.errorf(e, "request broke");
        return Problem.of(500, "a mistake of this service; its log says more").response();
    }
}

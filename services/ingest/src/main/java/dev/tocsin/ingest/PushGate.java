package dev.tocsin.ingest;

import dev.tocsin.ingest.article.PushKeys;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lets in who may push articles. */
@ApplicationScoped
class PushGate {
    private final PushKeys keys;
    private final CurrentVertxRequest current;

    @Context
    HttpServerRequest request;

    PushGate(PushKeys keys, CurrentVertxRequest current) {
        this.keys = keys;
        this.current = current;
    }

    /**
     * Lets in whom the dashboard has let in, and who brings a key.
     *
     * @throws ProblemException with status 401 where the current request may not push
     */
    void open() {
        if (ServiceGuard.isFromService(current.getCurrent())) {
            return;
        }
        boolean here = isLoopback(request.remoteAddress().hostAddress())
                && forwardedFromHere(request.getHeader("X-Forwarded-For"));
        if (keys.caller(request.getHeader("Authorization"), request.getHeader("X-API-Key"), here)
                .isEmpty()) {
            throw Problem.unauthorized("pushing articles needs a key of tocsin.ingest.push.keys, sent as"
                    + " 'Authorization: Bearer KEY' or 'X-API-Key: KEY'");
        }
    }

    /** A proxy on this machine speaks for others; its header can only take trust away. */
    private static boolean forwardedFromHere(@Nullable String forwarded) {
        return forwarded == null
                || Arrays.stream(forwarded.split(",")).map(String::strip).allMatch(PushGate::isLoopback);
    }

    private static boolean isLoopback(@Nullable String address) {
        return address != null
                && (address.startsWith("127.")
                        || address.equals("::1")
                        || address.equals("0:0:0:0:0:0:0:1")
                        || address.startsWith("::ffff:127."));
    }
}

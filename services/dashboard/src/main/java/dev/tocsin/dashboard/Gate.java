package dev.tocsin.dashboard;

import com.mongodb.MongoException;
import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.Credential;
import dev.tocsin.dashboard.guard.CrossSite;
import dev.tocsin.dashboard.guard.Policy;
import dev.tocsin.dashboard.guard.Role;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * What each request passes first, whatever it leads to: who sends it, whether a page of ours did, and whether its sender
 * may be here at all. What they may do there {@link RoleFilter} says.
 */
@Singleton
final class Gate {
    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final String CALLER = Gate.class.getName();
    /** Before all routes, and behind the headers that hold for all answers. */
    private static final int PRIORITY = 500;

    private static final int FORBIDDEN = 403;

    private final Callers callers;
    private final boolean visitors;

    Gate(Callers callers, DashboardConfig config) {
        this.callers = callers;
        visitors = config.access().anonymous() == AccessConfig.Anonymous.VIEWER;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    /** Who sends a request that came through here. */
    static Caller caller(RoutingContext request) {
        Caller caller = request.get(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }

    /** Whether somebody who was let in would be let in still; blocks. While the store is away, yes. */
    boolean wouldStillLetIn(RoutingContext request) {
        try {
            var caller = seen(
                    callers.find(Requests.credential(request.request()), Requests.address(request.request())), request);
            return caller.may(Role.VIEWER);
        } catch (MongoException e) {
            return true;
        }
    }

    private void check(RoutingContext request) {
        var http = request.request();
        if (CrossSite.refuses(Requests.sent(http))) {
            refuse(request, byOtherSite());
            return;
        }
        var credential = Requests.credential(http);
        var known = callers.known(credential);
        if (known.isPresent()) {
            pass(request, credential, known.get());
            return;
        }
        var context = Vertx.currentContext();
        Thread.ofVirtual().name("gate").start(() -> {
            try {
                var found = callers.find(credential, Requests.address(http));
                context.runOnContext(_ -> pass(request, credential, found));
            } catch (MongoException e) {
                LOG.errorf("cannot tell who asks error=%s", e.toString());
                context.runOnContext(_ -> refuse(request, storeIsAway()));
            } catch (RuntimeException e) {
                context.runOnContext(_ -> request.fail(e));
            }
        });
    }

    private void pass(RoutingContext request, Credential credential, Caller found) {
        var http = request.request();
        var sent = Requests.sent(http);
        var caller = seen(found, request);
        boolean writes =
                !http.method().name().equals("GET") && !http.method().name().equals("HEAD");
        if (writes && caller.kind() == Caller.Kind.PERSON && !CrossSite.isProvenOwn(sent)) {
            refuse(request, byOtherSite());
            return;
        }
        if (Policy.letsPass(caller, http.method().name(), request.normalizedPath())) {
            request.put(CALLER, caller);
            request.next();
        } else if (caller.role() != null) {
            refuse(request, Problem.of(FORBIDDEN, "Not yours to do", "This key is for pushing articles only."));
        } else if (Requests.wantsPage(http) && !writes) {
            http.response()
                    .setStatusCode(303)
                    .putHeader("Location", "/login?next=" + URLEncoder.encode(http.uri(), StandardCharsets.UTF_8))
                    .putHeader("Cache-Control", "no-store")
                    .end();
        } else {
            refuse(request, unknown(http, credential));
        }
    }

    private Caller seen(Caller caller, RoutingContext request) {
        return visitors
                        && caller.kind() == Caller.Kind.NOBODY
                        && Requests.credential(request.request()) instanceof Credential.None
                        && Requests.isOwn(request.request())
                ? Caller.VISITOR
                : caller;
    }

    private static void refuse(RoutingContext request, Problem problem) {
        var response = request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        switch (problem.status()) {
            // feed readers bring the key as a password, once they are asked for one
            case 401 -> response.putHeader("WWW-Authenticate", challenge(request.normalizedPath()));
            case 503 -> response.putHeader("Retry-After", "5");
            default -> {}
        }
        response.end(Buffer.buffer(problem.json()));
    }

    private static String challenge(String path) {
        return path.endsWith(".atom") || path.endsWith("/cap.xml")
                ? "Basic realm=\"Tocsin, an API key as the password\", charset=\"UTF-8\""
                : "Bearer realm=\"Tocsin\"";
    }

    private static Problem byOtherSite() {
        return Problem.of(
                FORBIDDEN, "Sent by another site", "This may only be sent by Tocsin's own pages, or by no browser.");
    }

    private static Problem unknown(HttpServerRequest http, Credential credential) {
        return Problem.of(
                401,
                "Not known",
                switch (credential) {
                    case Credential.Key _ -> "This API key is not known, or it has ended.";
                    case Credential.Session _ -> "You have been signed out. Sign in again at /login.";
                    case Credential.None _ ->
                        "Sign in at /login; a program sends an API key: Authorization: Bearer KEY.";
                });
    }

    private static Problem storeIsAway() {
        return Problem.of(
                503, "A part of Tocsin is down", "The store does not say who you are. Try again in a moment.");
    }
}

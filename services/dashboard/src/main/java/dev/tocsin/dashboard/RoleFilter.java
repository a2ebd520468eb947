package dev.tocsin.dashboard;

import com.mongodb.MongoException;
import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.Endpoint;
import dev.tocsin.dashboard.guard.Policy;
import dev.tocsin.dashboard.guard.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a caller may do what a request leads to, and writes down what is changed: before it is done, because what
 * cannot be written down is not done, and with its outcome afterwards. It goes by the endpoint that was found and not by
 * the path, so no spelling of a path comes around it.
 */
final class RoleFilter {
    private static final Logger LOG = Logger.getLogger(RoleFilter.class);
    private static final String ENTRY = RoleFilter.class.getName();

    private final Audit audit;
    private final Map<Method, String> paths = new ConcurrentHashMap<>();

    RoleFilter(Audit audit) {
        this.audit = audit;
    }

    @ServerRequestFilter
    @Nullable
    Response before(ResourceInfo resource, ContainerRequestContext request, RoutingContext http) {
        var caller = Gate.caller(http);
        var endpoint = new Endpoint(
                request.getMethod(), paths.computeIfAbsent(resource.getResourceMethod(), RoleFilter::path));
        boolean may = Policy.needed(endpoint).map(caller::may).orElse(true);
        if (!may && !caller.isKnown()) {
            return refusal(Problem.of(401, "Not known", "Sign in to do this."), http);
        }
        if (Policy.isChange(endpoint)) {
            try {
                http.put(ENTRY, audit.begin(caller, Requests.address(http.request()), endpoint, http.normalizedPath()));
            } catch (MongoException e) {
                LOG.errorf("does not change what it cannot write down error=%s", e.toString());
                return refusal(
                        Problem.of(
                                503,
                                "A part of Tocsin is down",
                                "The store does not take down who changes this, so it is not changed. Try again in a moment."),
                        http);
            }
        }
        return may ? null : refusal(notYours(Policy.needed(endpoint).orElseThrow(), caller), http);
    }

    @ServerResponseFilter
    void after(ContainerResponseContext response, RoutingContext http) {
        String entry = http.get(ENTRY);
        if (entry != null) {
            audit.end(entry, response.getStatus(), Audit.note(http));
        }
    }

    /** The endpoint that a method is, as its annotations say. */
    static String path(Method method) {
        var above = method.getDeclaringClass().getAnnotation(Path.class);
        var own = method.getAnnotation(Path.class);
        return Endpoint.of("", above == null ? "" : above.value(), own == null ? "" : own.value())
                .path();
    }

    private static Response refusal(Problem problem, RoutingContext http) {
        return Requests.wantsPage(http.request()) ? Html.error(problem) : problem.response();
    }

    private static Problem notYours(Role needed, Caller caller) {
        var who =
                switch (needed) {
                    case ADMIN -> "an admin";
                    case ANALYST -> "an analyst";
                    default -> "a " + needed.label();
                };
        return Problem.of(
                403,
                "Not yours to do",
                "This is for " + who + "; " + caller.name() + " is "
                        + String.valueOf(caller.role()).toLowerCase(Locale.ROOT) + ".");
    }
}

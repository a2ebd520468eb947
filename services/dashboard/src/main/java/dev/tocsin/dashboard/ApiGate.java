package dev.tocsin.dashboard;

import dev.tocsin.dashboard.manners.Cors;
import dev.tocsin.dashboard.manners.Quotas;
import dev.tocsin.dashboard.manners.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What holds for all of {@code /api} before anybody looks at what is asked: a name, a quota, a size, an origin. */
@Singleton
final class ApiGate {
    /** The name that a request goes by. */
    static final String REQUEST_ID = "X-Request-Id";

    /** Behind whoever finds out who asks, before whoever answers. */
    private static final int PRIORITY = 90;

    private static final int RETRY_SECONDS_LEAST = 1;

    private final Cors cors;
    private final Quotas quotas;
    private final InstantSource clock;
    private final long mostBody;

    ApiGate(
            DashboardConfig config,
            Cors cors,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size")
                    io.quarkus.runtime.configuration.MemorySize mostBody) {
        this.cors = cors;
        this.clock = clock;
        this.quotas = new Quotas(config.api().quota(), config.api().window());
        this.mostBody = mostBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    private void pass(RoutingContext context) {
        var request = context.request();
        var path = request.path();
        if (path == null || !(path.equals("/api") || path.startsWith("/api/"))) {
            context.next();
            return;
        }
        var response = context.response();
        response.putHeader(REQUEST_ID, RequestId.of(request.getHeader(REQUEST_ID)));
        var origin = request.getHeader("Origin");
        cors.fields(origin).forEach(response::putHeader);
        if (request.method() == HttpMethod.OPTIONS
                && cors.allows(origin)
                && request.getHeader("Access-Control-Request-Method") != null) {
            cors.preflight().forEach(response::putHeader);
            response.setStatusCode(204).end();
            return;
        }
        if (quotas.limits()) {
            var grant = quotas.take(caller(context), clock.instant());
            response.putHeader("RateLimit-Policy", quotas.policy());
            response.putHeader("RateLimit", Quotas.told(grant));
            if (!grant.allowed()) {
                response.putHeader("Retry-After", String.valueOf(Math.max(RETRY_SECONDS_LEAST, grant.resets())));
                refuse(
                        context,
                        Problem.of(
                                429,
                                "Too many requests",
                                "Your quota is used up: wait as long as Retry-After" + " says. " + quotas.policy()
                                        + " is what you have."));
                return;
            }
        }
        if (announced(request.getHeader("Content-Length")) > mostBody) {
            // unread: whoever sends that much is not waited for
            response.putHeader("Connection", "close");
            refuse(context, Errors.tooLarge());
            return;
        }
        context.next();
    }

    /** Whose quota counts: of somebody who is known his own, else of the address he comes from. */
    static String caller(RoutingContext context) {
        var user = context.user();
        return user == null ? "address " + context.request().remoteAddress().hostAddress() : "user " + user.subject();
    }

    private static long announced(@Nullable String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void refuse(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(problem.json()));
    }
}

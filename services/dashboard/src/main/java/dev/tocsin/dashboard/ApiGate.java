package dev.tocsin.dashboard;

import dev.tocsin.dashboard.manners.Quotas;
import dev.tocsin.dashboard.manners.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What holds for all of {@code /api} before anybody looks at what is asked: a name, a quota, a size. */
@Singleton
final class ApiGate {
    /** The name that a request goes by. */
    static final String REQUEST_ID = "X-Request-Id";

    /** Before {@link Gate}, so that what it refuses has a name too. */
    private static final int FIRST = 510;

    /** Behind {@link Gate}, which finds out who asks, and before whoever answers. */
    private static final int PRIORITY = 490;

    private static final int RETRY_SECONDS_LEAST = 1;

    private final Quotas quotas;
    private final InstantSource clock;
    private final long mostBody;

    ApiGate(
            DashboardConfig config,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size")
                    io.quarkus.runtime.configuration.MemorySize mostBody) {
        this.clock = clock;
        this.quotas = new Quotas(config.api().quota(), config.api().window());
        this.mostBody = mostBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
        filters.register(this::pass, PRIORITY);
    }

    private void name(RoutingContext context) {
        if (isApi(context)) {
            context.response()
                    .putHeader(REQUEST_ID, RequestId.of(context.request().getHeader(REQUEST_ID)));
        }
        context.next();
    }

    private static boolean isApi(RoutingContext context) {
        var path = context.normalizedPath();
        return path.equals("/api") || path.startsWith("/api/");
    }

    private void pass(RoutingContext context) {
        if (!isApi(context)) {
            context.next();
            return;
        }
        var request = context.request();
        var response = context.response();
        if (quotas.limits()) {
            var grant = quotas.take(whose(context), clock.instant());
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
            refuse(context, Errors.tooLarge())
                    .onComplete(_ -> request.connection().close());
            return;
        }
        context.next();
    }

    /** Whose quota counts: somebody who is known has their own, all others have that of their address. */
    private static String whose(RoutingContext context) {
        var caller = Gate.caller(context);
        return caller.isKnown() ? Once.whose(caller) : "address " + Requests.address(context.request());
    }

    private static long announced(@Nullable String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Future<Void> refuse(RoutingContext context, Problem problem) {
        return context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(problem.json()));
    }
}

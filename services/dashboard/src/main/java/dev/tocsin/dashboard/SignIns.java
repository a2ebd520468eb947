package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.LocalPath;
import dev.tocsin.dashboard.secrets.Token;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Begins and ends sessions, with the cookies that belong to them. */
@Singleton
final class SignIns {
    private static final int MAX_AGENT = 200;
    private static final String DEVICE = "-device";
    private static final Duration DEVICE_LIFE = Duration.ofDays(365);

    private final SessionStore sessions;
    private final UserStore users;
    private final Callers callers;
    private final Audit audit;
    private final Duration longest;
    private final InstantSource clock;

    SignIns(
            SessionStore sessions,
            UserStore users,
            Callers callers,
            Audit audit,
            DashboardConfig config,
            InstantSource clock) {
        this.sessions = sessions;
        this.users = users;
        this.callers = callers;
        this.audit = audit;
        this.longest = config.access().session().absolute();
        this.clock = clock;
    }

    /** The hash of what tells this browser apart, where it signed in to anything before. */
    static @Nullable String device(HttpServerRequest request) {
        var token = Requests.cookie(request, DEVICE);
        return token == null || token.isEmpty() ? null : Token.hash(token);
    }

    /**
     * Signs somebody in who has shown who they are: with a new token, whatever the browser held before.
     *
     * @param next where they wanted to go
     * @param way how they showed it, for the audit trail
     */
    Response begin(HttpServerRequest request, User user, @Nullable String next, String way) {
        var known = device(request);
        var device = known != null && user.devices().contains(known) ? null : Token.fresh();
        var token = open(request, user);
        users.signedIn(user, clock.instant(), device == null ? null : Token.hash(device));
        audit.tell(
                Caller.person(user.id(), user.name(), user.role(), ""),
                Requests.address(request),
                "sign-in",
                true,
                way);
        var response = seeOther(LocalPath.of(next)).cookie(cookie(request, "", token, longest));
        return device == null
                ? response.build()
                : response.cookie(cookie(request, DEVICE, device, DEVICE_LIFE)).build();
    }

    /** Ends the session of a request. */
    Response end(HttpServerRequest request, Caller caller) {
        if (caller.session() != null) {
            sessions.delete(caller.session());
            callers.forget();
        }
        return seeOther("/login").cookie(gone(request, "")).build();
    }

    /** Ends all sessions of a user. */
    void endAll(String user) {
        sessions.deleteAll(user);
        callers.forget();
    }

    /** Ends all sessions of a user and begins a new one for the browser that asks for it. */
    Response beginAnew(HttpServerRequest request, User user, String next) {
        sessions.deleteAll(user.id());
        return seeOther(next)
                .cookie(cookie(request, "", open(request, user), longest))
                .build();
    }

    /** Writes a session down and gives its token. */
    private String open(HttpServerRequest request, User user) {
        var before = Requests.cookie(request, "");
        if (before != null) {
            sessions.delete(Token.hash(before));
        }
        var token = Token.fresh();
        var now = clock.instant();
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        sessions.add(new SessionStore.Session(
                Token.hash(token),
                user.id(),
                now,
                now,
                Requests.address(request),
                agent == null ? "" : agent.substring(0, Math.min(agent.length(), MAX_AGENT))));
        callers.forget();
        return token;
    }

    static Response.ResponseBuilder seeOther(String path) {
        // as it is: Response.seeOther would resolve it against what the client said the host was
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static NewCookie cookie(HttpServerRequest request, String part, String value, Duration life) {
        return new NewCookie.Builder(Requests.cookieName(request, part))
                .value(value)
                .path("/")
                .maxAge(Math.toIntExact(life.toSeconds()))
                .httpOnly(true)
                .secure(Requests.isSecure(request))
                // not strict: whoever comes by a link in a mail is signed in too; what changes anything is checked
                // apart
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    static NewCookie gone(HttpServerRequest request, String part) {
        return cookie(request, part, "", Duration.ZERO);
    }
}

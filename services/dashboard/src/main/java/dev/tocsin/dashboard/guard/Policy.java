package dev.tocsin.dashboard.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may what. An endpoint that nothing is said of here is for viewers where it reads and for admins where it writes, so
 * that a new one is never open. {@code docs/endpoints.md} is the whole table, and a test keeps the two in step.
 */
public final class Policy {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Nobody needs to be known for these: they are how one becomes known, and what a probe asks. */
    private static final Set<Endpoint> OPEN = endpoints(
            "GET /login", "POST /login", "GET /login/oidc", "GET /login/oidc/back", "GET /welcome", "POST /welcome");

    private static final List<String> OPEN_FOLDERS = List.of("/assets", "/q/health");

    /** What of these is read is for admins too. */
    private static final List<String> ADMINS_OWN = List.of(
            "/api/users",
            "/api/keys",
            "/api/audit",
            "/api/archive",
            "/api/erasures",
            "/articles/{id}/erase",
            "/settings/users",
            "/settings/keys",
            "/settings/audit");

    /** What of these is read is for those who may change something there. */
    private static final Set<Endpoint> ANALYSTS_OWN = endpoints("GET /topics/{id}/edit");

    private static final Map<Endpoint, Role> WRITES = Map.ofEntries(
            write("POST /logout", Role.VIEWER),
            write("POST /settings/name", Role.VIEWER),
            write("POST /settings/password", Role.VIEWER),
            write("POST /settings/sessions", Role.VIEWER),
            write("POST /api/articles", Role.PUSHER),
            write("POST /api/alerts/{storyId}/verdicts", Role.ANALYST),
            write("POST /api/silences", Role.ANALYST),
            write("DELETE /api/silences/{id}", Role.ANALYST),
            write("PUT /api/searches/{name}", Role.ANALYST),
            write("DELETE /api/searches/{name}", Role.ANALYST),
            write("POST /articles/searches", Role.ANALYST),
            write("POST /articles/searches/delete", Role.ANALYST),
            write("POST /api/deliveries/{id}/again", Role.ANALYST),
            write("POST /api/topics/{id}/refit", Role.ANALYST),
            write("POST /api/dead-letters/{id}/replay", Role.ANALYST),
            write("PUT /api/topics/{id}/draft", Role.ANALYST),
            write("DELETE /api/topics/{id}/draft", Role.ANALYST),
            write("POST /api/topics/{id}/trial", Role.ANALYST),
            write("POST /api/topics/{id}/try", Role.ANALYST),
            write("POST /api/topics/{id}/backtest", Role.ANALYST),
            write("DELETE /api/topics/{id}/backtest", Role.ANALYST));

    /**
     * Sent as writes, and no changes of Tocsin: questions; articles, which are news and no setting; a draft as it is typed, which
     * nothing comes of; and what the login tells of itself, because it knows who is meant.
     */
    private static final Set<Endpoint> NO_CHANGES = endpoints(
            "POST /login",
            "POST /welcome",
            "POST /api/articles",
            "POST /api/feeds/preview",
            "POST /api/topics/{id}/refit",
            "PUT /api/topics/{id}/draft",
            "POST /api/topics/{id}/trial",
            "POST /api/topics/{id}/try");

    private Policy() {}

    /** The least that is needed; empty where the endpoint is open to everybody. */
    public static Optional<Role> needed(Endpoint endpoint) {
        if (OPEN.contains(endpoint) || isOpen(endpoint.path())) {
            return Optional.empty();
        }
        if (ADMINS_OWN.stream().anyMatch(endpoint::isBelow)) {
            return Optional.of(Role.ADMIN);
        }
        if (ANALYSTS_OWN.contains(endpoint)) {
            return Optional.of(Role.ANALYST);
        }
        return Optional.of(
                READING.contains(endpoint.method()) ? Role.VIEWER : WRITES.getOrDefault(endpoint, Role.ADMIN));
    }

    /** Whether it belongs into the audit trail. */
    public static boolean isChange(Endpoint endpoint) {
        return !READING.contains(endpoint.method()) && !NO_CHANGES.contains(endpoint);
    }

    /**
     * Whether a caller may pass the gate, before it is known which endpoint a path leads to. That knows better, and is
     * asked too; this holds what is no endpoint, such as the live stream, and what does not exist.
     */
    public static boolean letsPass(Caller caller, String method, String path) {
        if (OPEN.contains(new Endpoint(method, path)) || isOpen(path)) {
            return true;
        }
        return caller.may(Role.VIEWER)
                || caller.may(Role.PUSHER) && method.equals("POST") && path.equals("/api/articles");
    }

    private static boolean isOpen(String path) {
        return OPEN_FOLDERS.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private static Map.Entry<Endpoint, Role> write(String endpoint, Role role) {
        return Map.entry(Endpoint.of(endpoint), role);
    }

    private static Set<Endpoint> endpoints(String... written) {
        return Set.of(written).stream().map(Endpoint::of).collect(Collectors.toUnmodifiableSet());
    }
}

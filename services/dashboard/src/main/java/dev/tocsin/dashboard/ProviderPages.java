package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.LocalPath;
import dev.tocsin.dashboard.guard.Role;
import dev.tocsin.dashboard.oidc.Attempt;
import dev.tocsin.dashboard.oidc.Groups;
import dev.tocsin.dashboard.oidc.IdToken;
import dev.tocsin.dashboard.secrets.Token;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /login/oidc}: to the provider, and back with what it says. */
@Path("/login/oidc")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ProviderPages {
    private static final Logger LOG = Logger.getLogger(ProviderPages.class);
    private static final String COOKIE = "-oidc";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int HASH = 20;

    private final Provider provider;
    private final UserStore users;
    private final SignIns signIns;
    private final Audit audit;
    private final AccessConfig config;
    private final InstantSource clock;

    @Context
    HttpServerRequest request;

    ProviderPages(
            Provider provider,
            UserStore users,
            SignIns signIns,
            Audit audit,
            DashboardConfig config,
            InstantSource clock) {
        this.provider = provider;
        this.users = users;
        this.signIns = signIns;
        this.audit = audit;
        this.config = config.access();
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response leave(@QueryParam("next") @Nullable String next) {
        if (provider.name().isEmpty()) {
            return Html.error(Problem.of(404, "Not found", "No provider of OpenID Connect is set up."));
        }
        try {
            var attempt = Attempt.fresh(LocalPath.of(next));
            return SignIns.seeOther(provider.signInAddress(attempt, back()).toString())
                    .cookie(SignIns.cookie(request, COOKIE, attempt.text(), LIFE))
                    .build();
        } catch (Provider.ProviderException e) {
            return failed(502, "The provider gives no usable answer; Tocsin's log says more.", e.getMessage());
        }
    }

    @GET
    @Path("back")
    @Operation(hidden = true)
    public Response comeBack(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("iss") @Nullable String issuer) {
        var attempt = Attempt.parse(Requests.cookie(request, COOKIE))
                .filter(a -> state != null && Token.same(a.state(), state));
        if (provider.name().isEmpty() || attempt.isEmpty() || code == null) {
            return page(401, "This sign-in was not begun here, took too long, or was refused. Begin again.");
        }
        if (issuer != null && !issuer.equals(provider.issuer())) {
            return failed(401, "Another provider answered. Begin again.", "the answer is of another issuer");
        }
        try {
            var token = provider.redeem(code, attempt.get(), back());
            var role = groups().role(token.groups());
            return role.isEmpty()
                    ? failed(403, "None of your groups may use Tocsin: ask an admin.", "no group of " + token.name())
                    : letIn(token, role.get(), attempt.get().next());
        } catch (Provider.ProviderException e) {
            return failed(502, "The provider gives no usable answer; Tocsin's log says more.", e.getMessage());
        }
    }

    /** Their own user, whatever name they bear: a provider's people never become local users of the same name. */
    private Response letIn(IdToken token, Role role, String next) {
        var id = "oidc-" + Token.hash(provider.issuer() + " " + token.subject()).substring(0, HASH);
        users.add(id, token.name(), role, provider.name().orElseThrow(), clock.instant());
        users.rename(id, token.name());
        var user = users.setRole(id, role).filter(u -> !u.disabled());
        if (user.isEmpty()) {
            return failed(403, "You are shut out: ask an admin.", id + " is disabled");
        }
        return Response.fromResponse(
                        signIns.begin(request, user.get(), next, provider.name().orElseThrow()))
                .cookie(SignIns.gone(request, COOKIE))
                .build();
    }

    private Response failed(int status, String detail, String why) {
        LOG.warnf("no sign-in at the provider error=%s", why);
        audit.tell(Caller.NOBODY, Requests.address(request), "sign-in", false, "provider: " + why);
        return page(status, detail);
    }

    private Response page(int status, String detail) {
        var page = Html.error(Problem.of(status, "Not signed in", detail));
        return Response.fromResponse(page).cookie(SignIns.gone(request, COOKIE)).build();
    }

    private Groups groups() {
        return new Groups(
                list(config.oidc().admins()),
                list(config.oidc().analysts()),
                list(config.oidc().viewers()));
    }

    private static List<String> list(Optional<List<String>> given) {
        return given.orElse(List.of());
    }

    private URI back() {
        var here =
                config.publicUrl().map(URI::toString).orElseGet(() -> request.scheme() + "://" + request.authority());
        return URI.create(here.replaceAll("/+$", "") + "/login/oidc/back");
    }
}

package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.LocalPath;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /login} and {@code /logout}: plain forms, so that signing in needs no script. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class LoginPages {
    private static final int MAX = 500;

    private final PasswordCheck check;
    private final SignIns signIns;
    private final Codes codes;
    private final Provider provider;
    private final Who who;
    private final Wording wording;

    @Context
    HttpServerRequest request;

    LoginPages(PasswordCheck check, SignIns signIns, Codes codes, Provider provider, Who who, Wording wording) {
        this.wording = wording;
        this.check = check;
        this.signIns = signIns;
        this.codes = codes;
        this.provider = provider;
        this.who = who;
    }

    @GET
    @Path("login")
    @Operation(hidden = true)
    public Response form(@QueryParam("next") @Nullable String next) {
        return page(200, "", next, null);
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @Nullable String next) {
        if (login.isBlank() || password.isEmpty() || login.length() > MAX || password.length() > MAX) {
            return page(422, "", next, wording.speech("access").say("error.both"));
        }
        return switch (check.check(login, password, Requests.address(request), SignIns.device(request))) {
            case PasswordCheck.Outcome.Right(User user) -> signIns.begin(request, user, next, "password");
            case PasswordCheck.Outcome.Wrong() ->
                page(401, login, next, wording.speech("access").say("error.wrong"));
            case PasswordCheck.Outcome.Wait(Duration time) ->
                page(
                        429,
                        login,
                        next,
                        wording.speech("access")
                                .say("error.wait", time.plusSeconds(1).toSeconds()));
        };
    }

    @POST
    @Path("logout")
    @Operation(hidden = true)
    public Response signOut() {
        return signIns.end(request, who.caller());
    }

    private Response page(int status, String login, @Nullable String next, @Nullable String error) {
        var page = Html.page(
                status,
                AccessTemplates.login(
                        login,
                        LocalPath.of(next),
                        Neighbours.parameter(LocalPath.of(next)),
                        provider.name().orElse(null),
                        codes.isLocal(),
                        error));
        return status == 429
                ? Response.fromResponse(page)
                        .header(HttpHeaders.RETRY_AFTER, "60")
                        .build()
                : page;
    }
}

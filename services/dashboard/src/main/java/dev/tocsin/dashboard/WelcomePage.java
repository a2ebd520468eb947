package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Role;
import dev.tocsin.dashboard.secrets.PasswordRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * {@code /welcome}: a one-time code makes the first admin, lets an invited user choose a password, or signs the local admin
 * in. The code comes behind a {@code #}, which no server and no log ever sees, or is typed.
 */
@Path("/welcome")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class WelcomePage {
    private final Codes codes;
    private final UserStore users;
    private final PasswordCheck passwords;
    private final SignIns signIns;
    private final InstantSource clock;
    private final Wording wording;

    @Context
    HttpServerRequest request;

    WelcomePage(
            Codes codes,
            UserStore users,
            PasswordCheck passwords,
            SignIns signIns,
            InstantSource clock,
            Wording wording) {
        this.wording = wording;
        this.codes = codes;
        this.users = users;
        this.passwords = passwords;
        this.signIns = signIns;
        this.clock = clock;
    }

    private String wrong() {
        return wording.speech("access").say("error.wrongCode");
    }

    /** What was filled in. */
    private record Form(String code, String login, String name, String password) {}

    @GET
    @Operation(hidden = true)
    public Response ask() {
        return page(200, "code", new Form("", "", "", ""), "", null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response take(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password) {
        var form = new Form(code, PasswordCheck.login(login), name.strip(), password);
        if (code.isBlank()) {
            return page(422, "code", form, "", wording.speech("access").say("error.enterCode"));
        }
        var from = Requests.address(request);
        var wait = passwords.guessCode(from);
        if (!wait.isZero()) {
            return page(429, "code", form, "", wording.speech("access").say("error.wait", wait.toSeconds()));
        }
        var local = codes.localAdmin(code);
        var found = local.isPresent() ? Optional.<UserStore.Code>empty() : codes.look(code);
        if (local.isEmpty() && found.isEmpty()) {
            return page(401, "code", form, "", wrong());
        }
        passwords.codeWasRight(from);
        return local.isPresent()
                ? signIns.begin(request, local.get(), "/", "local admin's code")
                : choose(found.orElseThrow(), form);
    }

    private Response choose(UserStore.Code code, Form form) {
        boolean first = code.user() == null;
        var login = first ? form.login() : Objects.requireNonNull(code.user());
        var step = first ? "admin" : "password";
        if (form.password().isEmpty()) {
            return page(200, step, form, login, null);
        }
        var fault = first ? Names.loginFault(login).or(() -> Names.fault(form.name())) : Optional.<String>empty();
        var wrong = fault.or(() -> PasswordRule.fault(form.password(), login));
        if (wrong.isPresent()) {
            return page(422, step, form, login, wrong.get());
        }
        if (first && users.hasAdmin()) {
            users.forgetCodes(null);
            return page(409, "code", form, "", wording.speech("access").say("error.adminThere"));
        }
        var kept = passwords.keep(form.password());
        if (codes.take(form.code()).isEmpty()) {
            return page(401, "code", form, "", wrong());
        }
        if (first) {
            users.add(login, form.name(), Role.ADMIN, null, clock.instant());
        }
        // whoever knew the password before, or was signed in with it, no longer is
        signIns.endAll(login);
        var user = users.setPassword(login, kept).filter(u -> !u.disabled());
        return user.isPresent()
                ? signIns.begin(request, user.get(), "/", first ? "first admin" : "invitation")
                : page(401, "code", form, "", wrong());
    }

    private Response page(int status, String step, Form form, String user, @Nullable String error) {
        return Html.page(
                status,
                AccessTemplates.welcome(step, form.code(), form.login(), form.name(), user, codes.isLocal(), error));
    }
}

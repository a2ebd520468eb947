package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.pages.SessionRow;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /settings}: one's own name, password and sessions, as plain forms; for admins the pages of users and keys. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class SettingsPages {
    private static final String HERE = "/settings?done=";

    private final UserStore users;
    private final SessionStore sessions;
    private final PasswordCheck passwords;
    private final SignIns signIns;
    private final Callers callers;
    private final Who who;
    private final Wording wording;

    @Context
    HttpServerRequest request;

    SettingsPages(
            UserStore users,
            SessionStore sessions,
            PasswordCheck passwords,
            SignIns signIns,
            Callers callers,
            Who who,
            Wording wording) {
        this.wording = wording;
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.signIns = signIns;
        this.callers = callers;
        this.who = who;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("done") @Nullable String done) {
        return page(
                200,
                switch (done == null ? "" : done) {
                    case "name", "password", "sessions" -> done;
                    default -> null;
                },
                null);
    }

    @POST
    @Path("name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response name(@FormParam("name") @DefaultValue("") String name) {
        var me = me();
        var fault = Names.fault(name.strip());
        if (me.isEmpty() || fault.isPresent()) {
            return me.isEmpty() ? nobody() : page(422, null, fault.orElse(null));
        }
        if (users.isTaken(name.strip(), me.get().id())) {
            return page(409, null, wording.speech("settings").say("error.taken"));
        }
        users.rename(me.get().id(), name.strip());
        callers.forget();
        who.note(me.get().name() + " is now " + name.strip());
        return SignIns.seeOther(HERE + "name").build();
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response password(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("password") @DefaultValue("") String wanted) {
        var me = me().filter(user -> user.provider() == null);
        if (me.isEmpty()) {
            return nobody();
        }
        var fault = PasswordRule.fault(wanted, me.get().id());
        if (fault.isPresent()) {
            return page(422, null, fault.get());
        }
        if (me.get().password() != null) {
            var outcome = passwords.check(me.get().id(), current, Requests.address(request), SignIns.device(request));
            if (!(outcome instanceof PasswordCheck.Outcome.Right)) {
                boolean wait = outcome instanceof PasswordCheck.Outcome.Wait;
                return page(
                        wait ? 429 : 422,
                        null,
                        wait
                                ? wording.speech("settings").say("error.wait")
                                : wording.speech("settings").say("error.password"));
            }
        }
        users.setPassword(me.get().id(), passwords.keep(wanted));
        return signIns.beginAnew(request, me.get(), HERE + "password");
    }

    @POST
    @Path("sessions")
    @Operation(hidden = true)
    public Response signOutOthers() {
        var caller = who.caller();
        if (caller.session() == null) {
            return nobody();
        }
        sessions.deleteOthers(caller.id(), caller.session());
        callers.forget();
        return SignIns.seeOther(HERE + "sessions").build();
    }

    @GET
    @Path("users")
    @Operation(hidden = true)
    public Response users() {
        return Html.page(AccessTemplates.users());
    }

    @GET
    @Path("keys")
    @Operation(hidden = true)
    public Response keys() {
        return Html.page(AccessTemplates.keys());
    }

    private Optional<User> me() {
        var caller = who.caller();
        return caller.kind() == Caller.Kind.PERSON ? users.find(caller.id()) : Optional.empty();
    }

    private static Response nobody() {
        return Html.error(Problem.of(403, "Not yours to do", "Only who signed in with a password has one to change."));
    }

    private Response page(int status, @Nullable String done, @Nullable String error) {
        var me = me();
        var session = who.caller().session();
        var rows = me.map(user -> sessions.of(user.id()).stream()
                        .map(s -> SessionRow.of(s.agent(), s.from(), s.createdAt(), s.seenAt(), s.id().equals(session)))
                        .toList())
                .orElse(List.of());
        return Html.page(
                status,
                AccessTemplates.settings(
                        me.map(User::name).orElse(null),
                        me.map(user -> user.password() != null).orElse(false),
                        me.map(user -> user.provider() != null).orElse(false),
                        rows,
                        done,
                        error));
    }
}

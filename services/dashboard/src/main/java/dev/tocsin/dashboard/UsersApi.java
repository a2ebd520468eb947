package dev.tocsin.dashboard;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.guard.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may sign in, and as what; for admins. */
@Path("/api/users")
@Tag(name = "Users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class UsersApi {
    private final UserStore users;
    private final SessionStore sessions;
    private final Callers callers;
    private final Codes codes;
    private final Who who;
    private final Once once;
    private final InstantSource clock;

    UsersApi(
            UserStore users,
            SessionStore sessions,
            Callers callers,
            Codes codes,
            Who who,
            Once once,
            InstantSource clock) {
        this.once = once;
        this.users = users;
        this.sessions = sessions;
        this.callers = callers;
        this.codes = codes;
        this.who = who;
        this.clock = clock;
    }

    /** What others see of a user. */
    record Shown(
            String id,
            String name,
            String role,
            String signsInWith,
            boolean disabled,
            Instant createdAt,
            @Nullable Instant signedInAt) {
        static Shown of(User user) {
            var way = user.provider() != null ? user.provider() : user.password() != null ? "password" : "nothing yet";
            return new Shown(
                    user.id(),
                    user.name(),
                    user.role().label(),
                    way,
                    user.disabled(),
                    user.createdAt(),
                    user.signedInAt());
        }
    }

    /** A one-time code, shown once. */
    record Invitation(String user, String code, Instant until) {}

    private record Page(List<Shown> items, @Nullable String nextCursor) {}

    /** What is sent; absent means as it is. */
    record Change(@Nullable String id, @Nullable String name, @Nullable String role, @Nullable Boolean disabled) {}

    @GET
    @Operation(summary = "All users, by the names that they sign in with")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}")
    public Response list() {
        return Answers.json(200, new Page(users.all().stream().map(Shown::of).toList(), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invites a user", description = "The code lets them choose a password at /welcome, once.")
    @RequestBody(
            description = "{id, name, role}: id is what they sign in with, role viewer, analyst or admin",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "201", description = "{user, code, until}; the code is shown this once")
    @APIResponse(responseCode = "409", description = "There is a user of that id")
    @APIResponse(responseCode = "422", description = "A field is wrong; `detail` says which")
    public Response add(@Context HttpServerRequest request, byte[] body) throws UnreadableMessageException {
        var sent = Json.read(body, Change.class);
        return once.secret(request, body, () -> add(sent));
    }

    private Response add(Change sent) {
        var id = sent.id() == null ? "" : PasswordCheck.login(sent.id());
        var name = sent.name() == null ? "" : sent.name().strip();
        var role = role(sent);
        var fault = Names.loginFault(id).or(() -> Names.fault(name));
        if (fault.isPresent() || role.isEmpty()) {
            return Answers.wrong(fault.orElse("'role' is viewer, analyst or admin."));
        }
        if (users.isTaken(name, id) || !users.add(id, name, role.get(), null, clock.instant())) {
            return Answers.conflict("There is a user '" + id + "' or of this name already.");
        }
        who.note("invites " + id + " as " + role.get().label());
        return invitation(201, id);
    }

    @POST
    @Path("{id}/invitation")
    @Operation(
            summary = "Lets a user choose a password anew",
            description =
                    "A code given before is good no more; the present password stays until the new one is chosen.")
    @APIResponse(responseCode = "200", description = "{user, code, until}; the code is shown this once")
    @APIResponse(responseCode = "404", description = "No such user")
    @APIResponse(responseCode = "409", description = "They sign in at a provider of OpenID Connect")
    public Response invite(@PathParam("id") String id, @Context HttpServerRequest request) {
        return once.secret(request, null, () -> invite(id));
    }

    private Response invite(String id) {
        var user = users.find(id);
        if (user.isEmpty()) {
            return Answers.missing("user", id);
        }
        if (user.get().provider() != null) {
            return Answers.conflict("'" + id + "' signs in at a provider, and has no password here.");
        }
        who.note("a new code for " + id);
        return invitation(200, id);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Changes a user", description = "Who is disabled, or gets another role, is so at once.")
    @RequestBody(
            description = "{name, role, disabled}, each optional",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "404", description = "No such user")
    @APIResponse(responseCode = "409", description = "It is the last admin, or you yourself")
    public Response change(@PathParam("id") String id, byte[] body) throws UnreadableMessageException {
        var sent = Json.read(body, Change.class);
        var user = users.find(id);
        if (user.isEmpty()) {
            return Answers.missing("user", id);
        }
        var fault = sent.name() == null
                ? Optional.<String>empty()
                : Names.fault(sent.name().strip());
        if (fault.isPresent() || sent.role() != null && role(sent).isEmpty()) {
            return Answers.wrong(fault.orElse("'role' is viewer, analyst or admin."));
        }
        if (sent.name() != null && users.isTaken(sent.name().strip(), id)) {
            return Answers.conflict("Somebody else bears this name.");
        }
        boolean falls =
                sent.role() != null && role(sent).orElseThrow() != Role.ADMIN || Boolean.TRUE.equals(sent.disabled());
        if (falls && isKept(user.get())) {
            return keeps();
        }
        return Answers.json(200, Shown.of(changed(user.get(), sent)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Takes a user out; what they decided stays under their name")
    @APIResponse(responseCode = "204", description = "They are gone")
    @APIResponse(responseCode = "404", description = "No such user")
    @APIResponse(responseCode = "409", description = "It is the last admin, or you yourself")
    public Response delete(@PathParam("id") String id) {
        var user = users.find(id);
        if (user.isEmpty()) {
            return Answers.missing("user", id);
        }
        if (isKept(user.get())) {
            return keeps();
        }
        users.delete(id);
        users.forgetCodes(id);
        sessions.deleteAll(id);
        callers.forget();
        return Response.noContent().build();
    }

    private User changed(User user, Change sent) {
        var now = user;
        var note = new StringBuilder(user.id());
        if (sent.name() != null) {
            now = users.rename(user.id(), sent.name().strip()).orElse(now);
            note.append(": name ").append(user.name()).append(" → ").append(now.name());
        }
        if (sent.role() != null) {
            now = users.setRole(user.id(), role(sent).orElseThrow()).orElse(now);
            note.append(": role ")
                    .append(user.role().label())
                    .append(" → ")
                    .append(now.role().label());
        }
        if (sent.disabled() != null) {
            now = users.setDisabled(user.id(), sent.disabled()).orElse(now);
            note.append(sent.disabled() ? ": disabled" : ": enabled");
        }
        if (now.disabled()) {
            sessions.deleteAll(user.id());
        }
        callers.forget();
        who.note(note.toString());
        return now;
    }

    /** Nobody shuts themselves out, so there is always an admin. */
    private boolean isKept(User user) {
        return user.id().equals(who.caller().id())
                || user.role() == Role.ADMIN
                        && users.all().stream()
                                .noneMatch(u -> u.role() == Role.ADMIN && !u.disabled() && !u.id().equals(user.id()));
    }

    private static Response keeps() {
        return Answers.conflict(
                "There must be an admin, and nobody takes their own place away: let another admin do it.");
    }

    private Response invitation(int status, String id) {
        return Answers.json(status, new Invitation(id, codes.invite(id), codes.invitedUntil()));
    }

    private static Optional<Role> role(Change sent) {
        return sent.role() == null ? Optional.empty() : Role.of(sent.role()).filter(Role::isForPeople);
    }
}

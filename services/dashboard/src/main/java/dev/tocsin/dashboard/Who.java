package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.Role;
import dev.tocsin.dashboard.manners.JsonText;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose request is handled now; templates know it as {@code who}. */
@Named("who")
@Singleton
final class Who {
    private final CurrentVertxRequest current;

    Who(CurrentVertxRequest current) {
        this.current = current;
    }

    Caller caller() {
        var request = current.getCurrent();
        return request == null ? Caller.NOBODY : Gate.caller(request);
    }

    /** The name under what this caller decides. */
    String signature(@Nullable String claimed) {
        return caller().signature(claimed);
    }

    /** A body with the name of who decides it as {@code by}; what is no JSON object is for its reader to refuse. */
    byte[] signed(byte[] body) {
        if (body.length > 0 && JsonText.fault(body).isPresent()) {
            return body;
        }
        try {
            var sent = body.length == 0 ? Json.mapper().createObjectNode() : Json.read(body, JsonNode.class);
            return sent instanceof ObjectNode decided
                    ? Json.write(decided.put("by", signature(decided.path("by").textValue())))
                    : body;
        } catch (UnreadableMessageException e) {
            return body;
        }
    }

    /** Has the audit trail say what changed. */
    void note(String note) {
        var request = current.getCurrent();
        if (request != null) {
            Audit.note(request, note);
        }
    }

    public String getName() {
        return caller().name();
    }

    public String getId() {
        return caller().id();
    }

    public boolean isKnown() {
        return caller().isKnown();
    }

    public boolean isAdmin() {
        return caller().may(Role.ADMIN);
    }

    public boolean isAnalyst() {
        return caller().may(Role.ANALYST);
    }

    /** Empty for nobody. */
    public String getRole() {
        var role = caller().role();
        return role == null ? "" : role.name().toLowerCase(Locale.ROOT);
    }
}

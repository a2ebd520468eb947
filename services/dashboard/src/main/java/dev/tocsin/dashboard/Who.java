package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.Role;
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

package dev.tocsin.dashboard;

import com.mongodb.MongoException;
import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.Endpoint;
import dev.tocsin.dashboard.secrets.Token;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down who changed what, when, from where, and what came of it. Never a body: it may hold a secret. */
@Singleton
final class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);
    private static final String NOTE = Audit.class.getName();
    private static final int MAX_PATH = 300;
    private static final int MAX_NOTE = 300;

    private final AuditStore store;
    private final InstantSource clock;

    Audit(AuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes down that a change begins.
     *
     * @return the id of the entry, for {@link #end}
     */
    String begin(Caller caller, String from, Endpoint what, String path) {
        var entry = entry(caller, from, what.toString(), path, "begun", null);
        store.add(entry);
        return entry.id();
    }

    /** Writes down what came of it; where the store is gone meanwhile, the entry stays as begun. */
    void end(String id, int status, @Nullable String note) {
        try {
            store.end(id, outcome(status), shortened(note, MAX_NOTE));
        } catch (MongoException e) {
            LOG.errorf("an outcome is not written down error=%s", e.toString());
        }
    }

    /** Writes down what is no request of its own, such as a sign-in. */
    void tell(Caller caller, String from, String what, boolean done, @Nullable String note) {
        store.add(entry(caller, from, what, "", done ? "done" : "refused", note));
    }

    /** Has the entry of the request that is handled say what changed. */
    static void note(RoutingContext request, String note) {
        request.put(NOTE, note);
    }

    static @Nullable String note(RoutingContext request) {
        return request.get(NOTE);
    }

    private AuditStore.Entry entry(
            Caller caller, String from, String what, String path, String outcome, @Nullable String note) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new AuditStore.Entry(
                "%013d-%s".formatted(now.toEpochMilli(), Token.fresh().substring(0, 8)),
                now,
                caller.id(),
                caller.name(),
                caller.isKnown() ? caller.kind().name().toLowerCase(Locale.ROOT) : "nobody",
                from,
                what,
                String.valueOf(shortened(path, MAX_PATH)),
                outcome,
                shortened(note, MAX_NOTE));
    }

    private static String outcome(int status) {
        return status < 400 ? "done" : status < 500 ? "refused" : "failed";
    }

    private static @Nullable String shortened(@Nullable String text, int length) {
        return text == null ? null : text.substring(0, Math.min(text.length(), length));
    }
}

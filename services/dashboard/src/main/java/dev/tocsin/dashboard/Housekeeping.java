package dev.tocsin.dashboard;

import com.mongodb.MongoException;
import dev.tocsin.dashboard.guard.SessionLife;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What is done now and then: a code for the first admin is printed, old sessions, codes and audit entries go. */
@Singleton
final class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int CODES_SECONDS = 15;
    private static final int FORGET_MINUTES = 60;

    private final Codes codes;
    private final SessionStore sessions;
    private final AuditStore audit;
    private final AccessConfig config;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("housekeeping").factory());

    Housekeeping(Codes codes, SessionStore sessions, AuditStore audit, DashboardConfig config, InstantSource clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.audit = audit;
        this.config = config.access();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(codes::printForFirstAdmin, 0, CODES_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::forget, 1, FORGET_MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Forgets what is over. */
    void forget() {
        try {
            var now = clock.instant();
            sessions.forgetOld(
                    new SessionLife(config.session().idle(), config.session().absolute()), now);
            audit.forget(now.minus(config.audit().keep()), config.audit().most());
        } catch (MongoException e) {
            LOG.warnf("old sessions and entries stay for now error=%s", e.toString());
        }
    }
}

package dev.tocsin.dashboard;

import com.mongodb.MongoException;
import dev.tocsin.dashboard.guard.Role;
import dev.tocsin.dashboard.secrets.OneTimeCode;
import dev.tocsin.dashboard.secrets.Token;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One-time codes: for the first admin, for whoever is invited, and on one's own machine for the local admin. */
@Singleton
final class Codes {
    private static final Logger LOG = Logger.getLogger(Codes.class);
    private static final String LOCAL_ADMIN = "admin";

    private final UserStore users;
    private final LocalKey localKey;
    private final AccessConfig config;
    private final InstantSource clock;
    private final Instant started;
    /** Hash of the code that the launcher gave, until it is used. */
    private final AtomicReference<@Nullable String> local;

    private Instant printed = Instant.EPOCH;

    Codes(UserStore users, LocalKey localKey, DashboardConfig config, InstantSource clock) {
        this.users = users;
        this.localKey = localKey;
        this.config = config.access();
        this.clock = clock;
        this.started = clock.instant();
        this.local = new AtomicReference<>(
                this.config.localCode().map(OneTimeCode::hash).orElse(null));
    }

    /** Whether this dashboard runs for whoever started it, on their machine. */
    boolean isLocal() {
        return config.localKeyFile().isPresent();
    }

    /**
     * The local admin, where a code is theirs: the launcher's, once and for its time, or the key in their file.
     *
     * @param typed what was typed
     */
    Optional<User> localAdmin(String typed) {
        if (!isLocal() || !localKey.is(typed.strip()) && !takesLocalCode(typed)) {
            return Optional.empty();
        }
        users.add(LOCAL_ADMIN, "Admin", Role.ADMIN, null, clock.instant());
        return users.find(LOCAL_ADMIN).filter(u -> !u.disabled());
    }

    /** What a code is good for, if for anything; it stays good. */
    Optional<UserStore.Code> look(String typed) {
        return users.code(OneTimeCode.hash(typed), clock.instant());
    }

    /** Uses a code up. */
    Optional<UserStore.Code> take(String typed) {
        return users.takeCode(OneTimeCode.hash(typed), clock.instant());
    }

    /** A new code with which a user chooses a password; those before are good no more. */
    String invite(String user) {
        users.forgetCodes(user);
        return issue(user, config.invitationLife());
    }

    Instant invitedUntil() {
        return clock.instant().plus(config.invitationLife());
    }

    /** Prints a code for the first admin while there is none, and again when it is no longer good. */
    void printForFirstAdmin() {
        try {
            var now = clock.instant();
            users.forgetOldCodes(now);
            if (isLocal() || now.isBefore(printed.plus(config.codeLife())) || users.hasAdmin()) {
                return;
            }
            var code = issue(null, config.codeLife());
            printed = now;
            LOG.warnf(
                    "there is no admin yet: open /welcome within %d minutes and enter the one-time code %s",
                    config.codeLife().toMinutes(), code);
        } catch (MongoException e) {
            LOG.warnf("cannot look whether there is an admin error=%s", e.toString());
        }
    }

    private boolean takesLocalCode(String typed) {
        var kept = local.get();
        return kept != null
                && clock.instant().isBefore(started.plus(config.codeLife()))
                && Token.same(kept, OneTimeCode.hash(typed))
                && local.compareAndSet(kept, null);
    }

    private String issue(@Nullable String user, Duration life) {
        var code = OneTimeCode.fresh();
        users.addCode(OneTimeCode.hash(code), user, clock.instant().plus(life));
        return code;
    }
}

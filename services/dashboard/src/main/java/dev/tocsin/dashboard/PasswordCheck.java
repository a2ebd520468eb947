package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.Throttle;
import dev.tocsin.dashboard.secrets.Passwords;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks a name and a password, at a pace that helps nobody to guess. */
@Singleton
final class PasswordCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UserStore users;
    private final Audit audit;
    private final Throttle throttle;
    /** One at a time: each takes 9 MB of a heap that the live stream lives in. */
    private final Semaphore hashing = new Semaphore(1, true);

    PasswordCheck(UserStore users, Audit audit, InstantSource clock) {
        this.users = users;
        this.audit = audit;
        this.throttle = new Throttle(clock);
    }

    /** What came of it. */
    sealed interface Outcome {
        record Right(User user) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Too many were tried. */
        record Wait(Duration time) implements Outcome {}
    }

    /** How a name is looked up. */
    static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Checks.
     *
     * @param device hash of the browser's token, if it has one
     */
    Outcome check(String typed, String password, String from, @Nullable String device) {
        var login = login(typed);
        var user = users.find(login).orElse(null);
        var known = user != null && device != null && user.devices().contains(device) ? device : null;
        var wait = throttle.take(login, from, known);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        if (hashing(() -> matches(user, password))) {
            throttle.giveBack(login, from, known);
            return new Outcome.Right(java.util.Objects.requireNonNull(user));
        }
        // of a name that is nobody's nothing is kept: people type their password into the wrong field
        audit.tell(
                Caller.NOBODY,
                from,
                "sign-in",
                false,
                user == null ? "no such user" : "wrong password for " + user.id());
        return new Outcome.Wrong();
    }

    /** What is kept of a new password. */
    String keep(String password) {
        return hashing(() -> Passwords.hash(password));
    }

    /** Takes one guess at a code from what an address has left; how long to wait, or zero. */
    Duration guessCode(String from) {
        return throttle.take(from);
    }

    void codeWasRight(String from) {
        throttle.giveBack(from);
    }

    private static boolean matches(@Nullable User user, String password) {
        if (user == null || user.disabled() || user.password() == null) {
            Passwords.matchNobody(password);
            return false;
        }
        return Passwords.match(password, user.password());
    }

    private <T> T hashing(Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}

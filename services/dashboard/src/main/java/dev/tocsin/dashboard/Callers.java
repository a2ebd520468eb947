package dev.tocsin.dashboard;

import com.mongodb.MongoException;
import dev.tocsin.dashboard.guard.Caller;
import dev.tocsin.dashboard.guard.Credential;
import dev.tocsin.dashboard.guard.SessionLife;
import dev.tocsin.dashboard.secrets.ApiKey;
import dev.tocsin.dashboard.secrets.Token;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows who stands behind a credential. What the store says is remembered for some seconds, so that a board does not ask
 * it with each request, and for some minutes while it does not answer. A change made in this replica counts at once.
 */
@Singleton
final class Callers {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration WITHOUT_STORE = Duration.ofMinutes(5);
    private static final Duration USED_TO = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final LocalKey localKey;
    private final SessionStore sessions;
    private final UserStore users;
    private final KeyStore keys;
    private final SessionLife life;
    private final InstantSource clock;

    /** What was found, and when. */
    private record Found(Caller caller, Instant at) {}

    private final Map<String, Found> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > MOST;
        }
    };

    /** Grows with each change, so that what was asked for before it is not remembered after it. */
    private long changes;

    Callers(
            LocalKey localKey,
            SessionStore sessions,
            UserStore users,
            KeyStore keys,
            DashboardConfig config,
            InstantSource clock) {
        this.localKey = localKey;
        this.sessions = sessions;
        this.users = users;
        this.keys = keys;
        this.life = new SessionLife(
                config.access().session().idle(), config.access().session().absolute());
        this.clock = clock;
    }

    /** Who it is, where that can be told without the store. */
    Optional<Caller> known(Credential credential) {
        return switch (credential) {
            case Credential.None _ -> Optional.of(Caller.NOBODY);
            case Credential.Key(String text)
            when localKey.is(text) ->
                Optional.of(Caller.key("local", LocalKey.NAME, dev.tocsin.dashboard.guard.Role.ADMIN));
            case Credential.Key(String text) -> remembered(Token.hash(text), FRESH);
            case Credential.Session(String token) -> remembered(Token.hash(token), FRESH);
        };
    }

    /**
     * Who it is; blocks.
     *
     * @param from the client's address
     * @throws MongoException where the store does not answer, and is not remembered to have answered either
     */
    Caller find(Credential credential, String from) {
        var known = known(credential);
        if (known.isPresent()) {
            return known.get();
        }
        var hash = Token.hash(credential instanceof Credential.Session(String token) ? token : text(credential));
        long before = changes();
        try {
            var caller = credential instanceof Credential.Session ? ofSession(hash) : ofKey(text(credential), from);
            remember(hash, caller, before);
            return caller;
        } catch (MongoException e) {
            return remembered(hash, WITHOUT_STORE).orElseThrow(() -> e);
        }
    }

    /** Forgets what is remembered: something of users, keys or sessions has changed. */
    synchronized void forget() {
        changes++;
        known.clear();
    }

    private static String text(Credential credential) {
        return credential instanceof Credential.Key(String text) ? text : "";
    }

    private Caller ofSession(String hash) {
        var now = clock.instant();
        var session = sessions.find(hash).orElse(null);
        if (session == null || life.isOver(session.createdAt(), session.seenAt(), now)) {
            return Caller.NOBODY;
        }
        var user = users.find(session.user()).filter(u -> !u.disabled()).orElse(null);
        if (user == null) {
            return Caller.NOBODY;
        }
        if (SessionLife.isStale(session.seenAt(), now)) {
            sessions.seen(hash, now);
        }
        return Caller.person(user.id(), user.name(), user.role(), hash);
    }

    private Caller ofKey(String text, String from) {
        var now = clock.instant();
        var kept = ApiKey.parse(text)
                .flatMap(key -> keys.find(key.id()).filter(k -> Token.same(k.hash(), key.hash())))
                .filter(k -> !k.isOver(now))
                .orElse(null);
        if (kept == null) {
            return Caller.NOBODY;
        }
        if (isOld(kept.usedAt(), now) || !from.equals(kept.usedFrom())) {
            keys.used(kept.id(), now, from);
        }
        return Caller.key(kept.id(), kept.name(), kept.role());
    }

    private static boolean isOld(@Nullable Instant at, Instant now) {
        return at == null || now.isAfter(at.plus(USED_TO));
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void remember(String hash, Caller caller, long before) {
        if (changes == before) {
            known.put(hash, new Found(caller, clock.instant()));
        }
    }

    private synchronized Optional<Caller> remembered(String hash, Duration span) {
        var found = known.get(hash);
        return found != null && clock.instant().isBefore(found.at().plus(span))
                ? Optional.of(found.caller())
                : Optional.empty();
    }
}

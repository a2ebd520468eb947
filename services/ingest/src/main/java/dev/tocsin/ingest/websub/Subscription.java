package dev.tocsin.ingest.websub;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What we and a hub have agreed about a feed.
 *
 * @param feed id
 * @param key the last part of the callback's address, which only the hub knows
 * @param secret that deliveries are signed with
 * @param requestedAt when the hub was last asked
 * @param until end of the lease that the hub gave; null while it gave none
 * @param reason for people, why the hub does not deliver; null where it does
 */
public record Subscription(
        String feed,
        String key,
        String secret,
        URI hub,
        URI topic,
        Instant requestedAt,
        @Nullable Instant until,
        @Nullable String reason) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private static final Duration PATIENCE_FOR_A_WORD = Duration.ofHours(1);
    private static final Duration PATIENCE_AFTER_A_NO = Duration.ofDays(1);
    /** It is renewed when this part of the lease is left. */
    private static final int RENEWED_AT_ONE_IN = 3;

    public static Subscription requested(String feed, Hub at, Instant now) {
        return new Subscription(feed, random(KEY_BYTES), random(SECRET_BYTES), at.hub(), at.topic(), now, null, null);
    }

    /** Asked for again under the same key, while what it has goes on. */
    public Subscription requestedAgain(Instant now) {
        return new Subscription(feed, key, secret, hub, topic, now, until, null);
    }

    /** The hub has checked our intent and delivers for so long. */
    public Subscription verified(Instant now, Duration lease) {
        return new Subscription(feed, key, secret, hub, topic, requestedAt, now.plus(lease), null);
    }

    /** The hub said no, or ended it. */
    public Subscription refused(String why) {
        return new Subscription(feed, key, secret, hub, topic, requestedAt, null, why);
    }

    public boolean isActive(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** When the hub is to be asked (again). */
    public Instant renewal() {
        if (until != null) {
            var part = Duration.between(requestedAt, until).dividedBy(RENEWED_AT_ONE_IN);
            return until.minus(part);
        }
        return requestedAt.plus(reason == null ? PATIENCE_FOR_A_WORD : PATIENCE_AFTER_A_NO);
    }

    public boolean isOf(Hub other) {
        return hub.equals(other.hub()) && topic.equals(other.topic());
    }

    /** Says nothing of key and secret. */
    @Override
    public String toString() {
        return "Subscription[feed=" + feed + ", hub=" + hub + ", until=" + until + "]";
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

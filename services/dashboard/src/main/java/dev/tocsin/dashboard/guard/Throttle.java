package dev.tocsin.dashboard.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses passwords. Guesses are counted for each address, for each account at an address, and for each
 * account from all clients that never signed in to it. A client that did brings a token (device cookies, OWASP) and is
 * counted alone, so that nobody can lock somebody out by guessing at his name.
 *
 * <p>Each count is a bucket that lets a burst through and then one at a time (GCRA, the leaky bucket as a meter). Kept in
 * memory: a restart forgets, which gives a guesser one burst more.
 */
public final class Throttle {
    /** A bucket's measure: so many at once, then one each so often. */
    private record Rate(int burst, Duration each) {}

    private record Bucket(String key, Rate rate) {}

    private static final Rate ADDRESS = new Rate(20, Duration.ofSeconds(15));
    private static final Rate ACCOUNT_AT_ADDRESS = new Rate(5, Duration.ofMinutes(1));
    private static final Rate ACCOUNT = new Rate(50, Duration.ofSeconds(30));
    private static final Rate DEVICE = new Rate(10, Duration.ofMinutes(1));
    private static final int MOST = 20_000;
    private static final int NETWORK = 8;

    private final InstantSource clock;

    /** When each bucket will be empty; the longest unused goes first. */
    private final Map<String, Instant> empty = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    public Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes one guess from what is left, before it is known whether it is right.
     *
     * @param account as it was typed, in one spelling
     * @param address of the client
     * @param device the token of a client that signed in to this account before; null for any other
     * @return how long to wait; zero where the guess may be made
     */
    public synchronized Duration take(String account, String address, @Nullable String device) {
        return take(buckets(account, address, device));
    }

    /** Takes one guess at a code, which is nobody's account; as {@link #take(String, String, String)}. */
    public synchronized Duration take(String address) {
        return take(List.of(ofAddress(address)));
    }

    /** Gives the guess back: it was right. */
    public synchronized void giveBack(String account, String address, @Nullable String device) {
        giveBack(buckets(account, address, device));
    }

    /** Gives the guess at a code back: it was right. */
    public synchronized void giveBack(String address) {
        giveBack(List.of(ofAddress(address)));
    }

    private Duration take(List<Bucket> buckets) {
        var now = clock.instant();
        var wait =
                buckets.stream().map(b -> wait(b, now)).max(Duration::compareTo).orElse(Duration.ZERO);
        if (wait.isZero()) {
            buckets.forEach(b -> empty.put(b.key(), filled(b, now).plus(b.rate().each())));
        }
        return wait;
    }

    private void giveBack(List<Bucket> buckets) {
        for (var bucket : buckets) {
            empty.computeIfPresent(
                    bucket.key(), (key, at) -> at.minus(bucket.rate().each()));
        }
    }

    private static Bucket ofAddress(String address) {
        return new Bucket("n " + network(address), ADDRESS);
    }

    private static List<Bucket> buckets(String account, String address, @Nullable String device) {
        if (device != null) {
            return List.of(new Bucket("d " + device + " " + account, DEVICE));
        }
        var network = network(address);
        return List.of(
                ofAddress(address),
                new Bucket("m " + network + " " + account, ACCOUNT_AT_ADDRESS),
                new Bucket("a " + account, ACCOUNT));
    }

    private Instant filled(Bucket bucket, Instant now) {
        var at = empty.get(bucket.key());
        return at == null || at.isBefore(now) ? now : at;
    }

    private Duration wait(Bucket bucket, Instant now) {
        var rate = bucket.rate();
        var room = now.plus(rate.each().multipliedBy(rate.burst()));
        var then = filled(bucket, now).plus(rate.each());
        return then.isAfter(room) ? Duration.between(room, then) : Duration.ZERO;
    }

    /** Of IPv6 the first 64 bits: the rest a client chooses as it likes. */
    private static String network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}

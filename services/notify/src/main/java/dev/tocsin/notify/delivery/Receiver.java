package dev.tocsin.notify.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who wants alerts posted.
 *
 * @param id lower case letters, digits and hyphens; part of the idempotency key
 * @param url absolute, {@code http} or {@code https}
 * @param secret known to us and the receiver alone; never shown
 * @param topics the topics it wants; empty is all
 */
public record Receiver(String id, URI url, String secret, Set<String> topics) {
    /** Characters; 128 bits when they are hexadecimal digits. */
    public static final int LEAST_SECRET = 32;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public Receiver {
        topics = Set.copyOf(topics);
    }

    /**
     * A receiver as configured.
     *
     * @throws IllegalArgumentException that names the wrong key and says how to mend it
     */
    public static Receiver of(String id, String url, String secret, Set<String> topics) {
        var key = "tocsin.notify.webhooks." + id;
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    key + ": the name '" + id + "' must be 1 to 32 lower case letters, digits and hyphens");
        }
        if (secret.length() < LEAST_SECRET) {
            throw new IllegalArgumentException(key + ".secret has " + secret.length() + " characters, at least "
                    + LEAST_SECRET + " are needed: make one with `openssl rand -hex 32`");
        }
        return new Receiver(id, url(key + ".url", url), secret, topics);
    }

    /** Whether it wants alerts of a topic. */
    public boolean wants(String topic) {
        return topics.isEmpty() || topics.contains(topic);
    }

    /** Without the secret, and without the address's path and query, which may hold one. */
    @Override
    public String toString() {
        return id + " (" + url.getScheme() + "://" + url.getAuthority() + ")";
    }

    private static URI url(String key, String url) {
        URI parsed;
        try {
            parsed = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(key + " is not a URL: " + e.getReason());
        }
        var scheme = parsed.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(key + " must start with https:// or http://");
        }
        if (parsed.getHost() == null) {
            throw new IllegalArgumentException(key + " names no host");
        }
        if (parsed.getRawUserInfo() != null || parsed.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    key + " must hold no user, password or #fragment: the receiver knows us by the signature");
        }
        return parsed;
    }
}

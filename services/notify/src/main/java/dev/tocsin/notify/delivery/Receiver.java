package dev.tocsin.notify.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is told. None of them shows its secret, or the part of its address that may hold one. */
public sealed interface Receiver {
    /** Characters of a webhook's secret; 128 bits when they are hexadecimal digits. */
    int LEAST_SECRET = 32;

    /** What an id looks like; it is part of the idempotency key. */
    Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    String id();

    /** Its kind in one word, as the routes file has it. */
    String type();

    /** Whether it takes stories one by one only: never a digest, never two in one message. */
    default boolean takesEach() {
        return false;
    }

    /**
     * A program that is posted each alert, signed.
     *
     * @param secret known to us and the receiver alone
     */
    record Webhook(String id, URI url, String secret) implements Receiver {
        public Webhook {
            if (secret.length() < LEAST_SECRET) {
                throw new IllegalArgumentException("the secret has " + secret.length() + " characters, at least "
                        + LEAST_SECRET + " are needed: make one with `openssl rand -hex 32`");
            }
        }

        @Override
        public String type() {
            return "webhook";
        }

        @Override
        public boolean takesEach() {
            return true;
        }

        @Override
        public String toString() {
            return shown(this, url);
        }
    }

    /** A channel of a chat; the address is a secret. */
    record Chat(String id, Flavour flavour, URI url) implements Receiver {
        /** Whose JSON it takes. */
        public enum Flavour {
            SLACK,
            MATTERMOST,
            TEAMS
        }

        @Override
        public String type() {
            return flavour.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return shown(this, url);
        }
    }

    /** An on-call service that speaks PagerDuty Events v2. */
    record PagerDuty(String id, URI url, String routingKey) implements Receiver {
        @Override
        public String type() {
            return "pagerduty";
        }

        @Override
        public boolean takesEach() {
            return true;
        }

        @Override
        public String toString() {
            return shown(this, url);
        }
    }

    /** A topic of an ntfy server; {@code token} is null where anybody may write. */
    record Ntfy(String id, URI url, String topic, @Nullable String token) implements Receiver {
        @Override
        public String type() {
            return "ntfy";
        }

        @Override
        public String toString() {
            return shown(this, url);
        }
    }

    /** People who read mail. */
    record Mailbox(String id, List<String> to) implements Receiver {
        public Mailbox {
            to = List.copyOf(to);
        }

        @Override
        public String type() {
            return "mail";
        }

        @Override
        public String toString() {
            return id + " (mail to " + to.size() + ")";
        }
    }

    private static String shown(Receiver receiver, URI url) {
        return receiver.id() + " (" + receiver.type() + " " + url.getScheme() + "://" + url.getAuthority() + ")";
    }

    /**
     * An address that alerts may be posted to.
     *
     * @throws IllegalArgumentException that says what is wrong, without the address, which may be a secret
     */
    static URI url(String text) {
        URI parsed;
        try {
            parsed = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a URL: " + e.getReason());
        }
        var scheme = parsed.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("must start with https:// or http://");
        }
        if (parsed.getHost() == null) {
            throw new IllegalArgumentException("names no host");
        }
        if (parsed.getRawUserInfo() != null || parsed.getRawFragment() != null) {
            throw new IllegalArgumentException("must hold no user, password or #fragment");
        }
        return parsed;
    }
}

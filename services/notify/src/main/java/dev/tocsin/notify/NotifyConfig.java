package dev.tocsin.notify;

import dev.tocsin.contracts.Alert;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operator of notify decides. */
@ConfigMapping(prefix = "tocsin.notify")
interface NotifyConfig {
    /**
     * The file with routes, receivers and silences ({@code routes.yaml}); none is fine. A mistake in it stops the service
     * at start and is named with its line.
     */
    Optional<Path> routes();

    /** Where people reach the dashboard, for links in messages; messages have no links where it is absent. */
    Optional<URI> dashboardUrl();

    /**
     * The webhooks that need no file, by a name of lower case letters, digits and hyphens that stays the same as long as the receiver
     * does. None is fine.
     */
    Map<String, Webhook> webhooks();

    /** The server that takes mail; needed where a receiver is a mailbox. */
    Mail mail();

    /** When a receiver that fails is left alone. */
    Circuit circuit();

    /**
     * The most messages that wait for one receiver; what comes on top is recorded as failed, and can be sent again. Above
     * 0.
     */
    @WithDefault("10000")
    int queueLimit();

    /** Whether receivers reached by HTTP may lead to addresses of this machine and of private networks. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Alerts older than this when they arrive are not delivered, so that no receiver gets history. Above 0. */
    @WithDefault("24h")
    Duration maxAge();

    /** How long the record of a delivery is kept; longer than {@code retry.total}. */
    @WithDefault("30d")
    Duration keep();

    /** How long a connection to a receiver may take, for each of its addresses. Above 0. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long one attempt may take in all. Above 0. */
    @WithDefault("10s")
    Duration attemptTimeout();

    /** How long an alert waits for a store that is down before its channel fails for good; by default longer than an outage lasts. */
    @WithDefault("365d")
    Duration storePatience();

    /** How often a worker looks for deliveries that another replica left behind. Above 0. */
    @WithDefault("10s")
    Duration idle();

    /** When a failed attempt is repeated. */
    Retry retry();

    /** One receiver. */
    interface Webhook {
        /** Where alerts are posted: absolute, https or http. Redirects are not followed. */
        String url();

        /**
         * Shared with the receiver, at least 32 characters. Give it by the environment
         * ({@code TOCSIN_NOTIFY_WEBHOOKS_<NAME>_SECRET}), never in a file that is kept in version control.
         */
        String secret();

        /** Ids of the topics it wants, separated by commas; all where absent. */
        Optional<Set<String>> topics();

        /** The CAP statuses it wants, such as {@code Actual,Exercise}. */
        @WithDefault("Actual")
        Set<Alert.Status> status();
    }

    /** How mail leaves the house. */
    interface Mail {
        /** Name of the SMTP server. */
        Optional<String> host();

        /** Its port, 1 to 65535; 587 for STARTTLS, 465 for TLS. */
        @WithDefault("587")
        int port();

        /** {@code starttls} (refused where the server does not offer it), {@code tls}, or {@code none}. */
        @WithDefault("starttls")
        Tls tls();

        /** Who we are to the server; nobody where absent. */
        Optional<String> username();

        /** By the environment only ({@code TOCSIN_NOTIFY_MAIL_PASSWORD}). */
        Optional<String> password();

        /** The sender, such as {@code Tocsin <tocsin@example.org>}; its domain is that of message ids. */
        @WithDefault("Tocsin <tocsin@localhost>")
        String from();
    }

    /** How a connection to the mail server is kept secret. */
    enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    /** A receiver that fails again and again is left alone for a while, then tried with one message. */
    interface Circuit {
        /** Failures in a row that open it; 1 or more. */
        @WithDefault("5")
        int failures();

        /** How long it stays open. Above 0. */
        @WithDefault("1m")
        Duration pause();
    }

    /** Bounds and pace of repetition. */
    interface Retry {
        /** The most attempts for one delivery, 1 or more. */
        @WithDefault("15")
        int attempts();

        /** The delay after the first attempt; it doubles each time. Above 0. */
        @WithDefault("1s")
        Duration firstDelay();

        /** The longest delay, also when a receiver asks for a longer one by Retry-After. */
        @WithDefault("30m")
        Duration maxDelay();

        /** How long after its alert arrived a delivery is tried at all. Above 0. */
        @WithDefault("6h")
        Duration total();
    }
}

package dev.tocsin.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operator of notify decides. */
@ConfigMapping(prefix = "tocsin.notify")
interface NotifyConfig {
    /**
     * The receivers, by a name of lower case letters, digits and hyphens that stays the same as long as the receiver
     * does. None is fine.
     */
    Map<String, Webhook> webhooks();

    /** Whether webhooks may lead to addresses of this machine and of private networks. */
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

    /** How long an alert waits for a store that is down, before the service gives up and becomes not ready. */
    @WithDefault("60s")
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

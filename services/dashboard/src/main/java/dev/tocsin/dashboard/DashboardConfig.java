package dev.tocsin.dashboard;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;

/** All settings of the dashboard. */
@ConfigMapping(prefix = "tocsin.dashboard")
interface DashboardConfig {
    /** Where the archive's API is; an http or https URL without a path. */
    @WithDefault("http://localhost:8085")
    URI archiveUrl();

    /** Where ingest's API is; an http or https URL without a path. */
    @WithDefault("http://localhost:8081")
    URI ingestUrl();

    /** Where classify's API is, which tries topic packs; an http or https URL without a path. */
    @WithDefault("http://localhost:8083")
    URI classifyUrl();

    /** Where language answers how it is; an http or https URL without a path. */
    @WithDefault("http://localhost:8082")
    URI languageUrl();

    /** Where alerts answers how it is; an http or https URL without a path. */
    @WithDefault("http://localhost:8084")
    URI alertsUrl();

    /** Where notify's API is, which knows who was told; an http or https URL without a path. */
    @WithDefault("http://localhost:8086")
    URI notifyUrl();

    /** Who sends alerts that are pulled: CAP's {@code sender}, and the owner of the feed's ids. Keep it once it is set. */
    @WithDefault("tocsin@localhost")
    String sender();

    /** The most time a neighbour may take for a whole answer, after which the client is told 503. */
    @WithDefault("10s")
    Duration neighbourTimeout();

    /** The largest answer of a neighbour that is passed on; a larger one is a 502. */
    @WithDefault("16M")
    MemorySize neighbourLimit();

    /** The most time a verdict or a topic may take until the broker has it, after which the client is told 503. */
    @WithDefault("10s")
    Duration writeTimeout();

    /** How the API behaves to all. */
    Api api();

    /** Who is let in. */
    @WithParentName
    AccessConfig access();

    /** The live stream. */
    Live live();

    /** Settings of the API. */
    interface Api {
        /** Requests that one caller may make in a window, and at once; 0 for no limit. */
        @WithDefault("6000")
        long quota();

        /** The time in which a quota that was used up is whole again. */
        @WithDefault("1m")
        Duration window();

        /** How long an answer is kept for whoever sends the same again under the same {@code Idempotency-Key}. */
        @WithDefault("24h")
        Duration repetition();
    }

    /** Settings of the live stream. */
    interface Live {
        /** Messages of each partition that are read back at start, so that clients resume over a restart; 0 or more. */
        @WithDefault("1000")
        int history();

        /** Messages of each channel that are kept for clients that resume; at least 1. */
        @WithDefault("2000")
        int ringEvents();

        /** Bytes of each channel that are kept for clients that resume. */
        @WithDefault("4M")
        MemorySize ringSize();

        /** How far back a stream begins that names no position: longer than the archive takes to store a message. */
        @WithDefault("1m")
        Duration overlap();

        /** Clients at once, at least 1; the next one is told 503. */
        @WithDefault("500")
        int maxConnections();

        /** Time between two signs of life on each connection. */
        @WithDefault("15s")
        Duration heartbeat();

        /** How long a client may take nothing before its connection is closed. It resumes when it comes back. */
        @WithDefault("30s")
        Duration stall();

        /** What a client is told to wait before it connects again. */
        @WithDefault("2s")
        Duration retry();
    }
}

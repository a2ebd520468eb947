package dev.tocsin.archive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What can be set of the archive. */
@ConfigMapping(prefix = "tocsin.archive")
interface ArchiveConfig {
    /** The MongoDB database. */
    @WithDefault("tocsin")
    String database();

    /** Where the search index lies. */
    Index index();

    /** How long dead letters are kept with what became of them; forgotten then, whether they wait or not. */
    @WithDefault("90d")
    Duration deadLettersKept();

    /** How a store that is down is waited for; the service is not ready so long. */
    Retry retry();

    /** How the archive is gone through when a desk asks for it. */
    Reclassify reclassify();

    /** Where classify's API is, which meets articles with drafts; an http or https URL without a path. */
    @WithDefault("http://localhost:8083")
    URI classifyUrl();

    /** How long things are kept; for ever, where nothing is said. */
    Retention retention();

    /** The rules of what is over; see docs/backup.md. */
    interface Retention {
        /** How old articles, stories and alerts may become, by event time; a day or more, such as {@code 400d}. */
        Optional<Duration> articles();

        /** How old articles may become that belong to no topic; {@code articles} where it is not set. */
        Optional<Duration> unmatched();

        /** Ages of topics that differ, by topic id. What belongs to several is kept as long as one of them says. */
        Map<String, Duration> topics();

        /** Above so many articles the oldest go; 1000 or more. */
        Optional<Long> mostArticles();

        /** How often it is looked. */
        @WithDefault("1h")
        Duration every();
    }

    /** How drafts of topic packs are taken through the archive. */
    Backtest backtest();

    /** The pace of a draft's way through the archive. */
    interface Backtest {
        /** The share of the time in which it works, above 0, up to 1; for the rest of it the machine is left to the news. */
        @WithDefault("0.25")
        double share();

        /** How long a classify that does not answer is waited for before the backtest fails. */
        @WithDefault("60s")
        Duration patience();
    }

    /** The search index of this replica. */
    interface Index {
        /**
         * Its folder, of this replica alone. Without one it lies in a temporary folder, and is read from the store at each
         * start.
         */
        Optional<Path> dir();

        /** So much room must be left on its disk; with less it takes nothing in, and says so. */
        @WithDefault("128M")
        MemorySize room();

        /**
         * How much of one core following the channel may take, 0.05 to 1: in a flood the alerts of a small machine come first, and
         * search catches up afterwards.
         */
        @WithDefault("0.3")
        double share();
    }

    /** The pace of going through the archive with a newer pack. */
    interface Reclassify {
        /** Articles that are on their way at once, 1 to 1000: no live article waits behind more of them. */
        @WithDefault("64")
        int inFlight();

        /** The longest wait for their answers; without a single one the request fails then. */
        @WithDefault("60s")
        Duration patience();
    }

    /** The bounds of waiting. Each attempt takes up to {@code quarkus.mongodb.server-selection-timeout} on top. */
    interface Retry {
        /** Attempts in all before a channel fails for good, 1 or more; by default more than an outage lasts. */
        @WithDefault("1000000")
        int attempts();

        /** The wait after the first failure; it doubles with each further one. */
        @WithDefault("200ms")
        Duration first();

        /** The longest wait. */
        @WithDefault("5s")
        Duration ceiling();
    }
}

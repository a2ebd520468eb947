package dev.tocsin.ingest;

import dev.tocsin.ingest.article.PushKeys;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator can set about ingest. As an environment variable: {@code TOCSIN_INGEST_FEEDS} and so on. */
@ConfigMapping(prefix = "tocsin.ingest")
public interface IngestConfig {
    /**
     * Feeds that are there from the start, separated by commas: http(s) addresses, {@code file:} URIs or paths of files.
     * They are trusted: they may be files, and they may be on private addresses. Each is asked at every start. One that
     * is taken off this list stays, without that trust; one that is deleted over HTTP comes back with the next start.
     */
    Optional<List<String>> feeds();

    /**
     * Files that list feeds, separated by commas: YAML like {@code deploy/feeds.yaml}, or OPML. They are read at start;
     * one mistake in them stops the start. Their feeds are not trusted with files or private addresses. A list's later
     * words reach a feed where people have not changed it since, and a listed feed that people deleted stays deleted.
     */
    Optional<List<String>> feedLists();

    /** How long a deleted feed can be brought back. */
    @WithDefault("24h")
    Duration undo();

    Manage manage();

    Coverage coverage();

    /** Feeds asked at the same time, at least 1. */
    @WithDefault("8")
    int concurrentPolls();

    /** Time between two looks for feeds that are due; the most that a poll is late. */
    @WithDefault("1s")
    Duration tick();

    /**
     * For how long a replica is taken for alive after it was last heard of, at least 3s. One that dies leaves its feeds
     * to the others within this time.
     */
    @WithDefault("30s")
    Duration lease();

    Interval interval();

    Fetch fetch();

    Push push();

    ReLook relook();

    /** UTF-16 units of an article's text, 1 to 1,000,000; what is longer is cut. */
    @WithDefault("200000")
    int textLimit();

    /**
     * Revisions of one article that who gave it can cause in a day (UTC), at least 1; edits beyond go out the next day, if
     * they are still there. Bounds what a server costs that gives two texts by turns.
     */
    @WithDefault("10")
    int editsADay();

    /** Longest wait for the pages of up to 100 items that need their whole text; later ones go out as the feed has them. */
    @WithDefault("20s")
    Duration fullTextPatience();

    /** Longest wait for the broker to acknowledge an article, its own retries included. */
    @WithDefault("10s")
    Duration sendTimeout();

    /** How often a feed is asked. */
    interface Interval {
        /** For feeds that have no interval of their own and whose rhythm is not known yet. */
        @WithDefault("5m")
        Duration standard();

        /** No feed is asked more often. */
        @WithDefault("1m")
        Duration shortest();

        /** No feed is asked less often, however long it fails. */
        @WithDefault("24h")
        Duration longest();
    }

    /** How a feed is asked. */
    interface Fetch {
        /** Longest wait for a connection, for each address of a host. */
        @WithDefault("10s")
        Duration connectTimeout();

        /** Longest silence of a server in the middle of an answer. */
        @WithDefault("15s")
        Duration readTimeout();

        /** Longest time from the question to the end of the answer, redirects included. */
        @WithDefault("60s")
        Duration totalTimeout();

        /** Largest body, after decompression; what is larger is broken off and is a failure. */
        @WithDefault("5M")
        MemorySize maxSize();

        /** Most that a body may unpack to, as a multiple of its packed size, at least 1; up to 256 KiB are not held to it. */
        @WithDefault("100")
        int maxRatio();

        /** Redirects that are followed for one question, 0 or more. */
        @WithDefault("5")
        int maxRedirects();

        /** Most lines of an answer's header; 0 for any number. */
        @WithDefault("100")
        int maxHeaders();

        /** Most bytes of one line of an answer's header; 0 for any length. */
        @WithDefault("16384")
        int maxHeaderLine();

        /** Requests of one host (by its registrable domain, over all replicas) at the same time, at least 1. */
        @WithDefault("2")
        int perHost();

        /** From the beginning of one request of a host to the beginning of the next. */
        @WithDefault("250ms")
        Duration hostDelay();

        /**
         * Proxy that all requests go through, {@code http://[user:password@]host:port}. A feed may name another, without
         * a password, on a public address or within {@link #allowedNetworks}.
         */
        Optional<String> proxy();

        /**
         * Ranges of addresses in CIDR notation, separated by commas, that any feed may be on although they are not of
         * the public Internet, such as {@code 10.20.0.0/16}.
         */
        Optional<List<String>> allowedNetworks();

        /**
         * Whether feeds that were added over HTTP may be on loopback, private, link-local and other addresses that are
         * not of the public Internet. True lets whoever may add a feed reach your network's inside.
         */
        @WithDefault("false")
        boolean allowPrivateAddresses();

        /** After this time a feed is asked without ETag and Last-Modified: some servers never change theirs. */
        @WithDefault("6h")
        Duration wholeEvery();

        /** What servers are told that we are; a contact address in it makes friends. */
        @WithDefault("Tocsin/0.1 (news monitor)")
        String userAgent();
    }

    Websub websub();

    /** Hubs that tell us of what is new (WebSub); off without a callback. */
    interface Websub {
        /**
         * Where hubs reach this service's {@code /websub} from outside, such as
         * {@code https://news.example/websub}. Whatever stands in front of it has to let that path through, and no other.
         */
        Optional<String> callbackUrl();

        /** How long a subscription is asked for; a hub may give less. It is renewed when a third of it is left. */
        @WithDefault("10d")
        Duration lease();
    }

    /** Many feeds at a time: OPML, NDJSON, actions on a selection. */
    interface Manage {
        /** Largest body; 413 for what is larger. */
        @WithDefault("16M")
        MemorySize maxBody();

        /** Feeds in one request, at least 1; 413 for more. */
        @WithDefault("10000")
        int maxFeeds();
    }

    /** When silence is an alert. */
    interface Coverage {
        /** Time between two looks. */
        @WithDefault("10m")
        Duration every();

        /**
         * A feed, a country or a language rings when chance alone would bring as little as it did with at most this
         * probability, above 0 and below {@link #normal}. Smaller is later and more certain.
         */
        @WithDefault("0.00001")
        double surprise();

        /** It is well again when what came lately has at least this probability, up to 1. */
        @WithDefault("0.1")
        double normal();

        /** Only what is at most this share of the usual is silence, 0 to 1. */
        @WithDefault("0.5")
        double share();

        /** Whole days that have to be known before anything can ring, 1 to 28. */
        @WithDefault("7")
        int leastDays();
    }

    /** {@code POST /articles}. */
    interface Push {
        /** Largest body; 413 for what is larger. */
        @WithDefault("8M")
        MemorySize maxBody();

        /** Articles in one request, at least 1; 413 for more. */
        @WithDefault("500")
        int maxArticles();

        /** Requests handled at the same time, at least 1; others wait, unread. */
        @WithDefault("16")
        int concurrent();

        /**
         * Who may push, separated by commas: {@code name:key}, or {@code name:sha256:} and the key's SHA-256 in
         * hexadecimal, so that the key itself stands nowhere. A key has at least 16 characters.
         */
        Optional<List<String>> keys();

        /**
         * Who may push without a key while there are none: {@code loopback}, this machine only; {@code anybody} who
         * reaches the port; {@code nobody}.
         */
        @WithDefault("loopback")
        PushKeys.Open open();
    }

    /** Articles that rang are looked at again. */
    interface ReLook {
        /** Whether it is done at all. */
        @WithDefault("true")
        boolean enabled();

        /** Times after the alert, rising; the first look is at once, to have what to compare with. */
        @WithDefault("15m,1h,6h,24h,7d")
        List<Duration> after();

        /** Between two looks that must both find a page gone. */
        @WithDefault("10m")
        Duration confirmAfter();

        /** Time between two questions for looks that are due. */
        @WithDefault("10s")
        Duration tick();

        /** After this time another replica takes a look over; longer than a page can take. */
        @WithDefault("5m")
        Duration lease();
    }
}

package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyLimits;
import dev.tocsin.ingest.coding.BodyReader;
import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.polite.HostGate;
import dev.tocsin.ingest.polite.HostKey;
import dev.tocsin.ingest.polite.RobotsMemory;
import dev.tocsin.ingest.polite.RobotsRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.HttpHeaders;

/** What hosts forbid robots, each host asked at most once a day (RFC 9309, 2.4). */
@ApplicationScoped
class Robots {
    /** A page that its host closes to us. */
    static final class ForbiddenPageException extends IOException {
        private static final long serialVersionUID = 1;

        ForbiddenPageException(String host, boolean known) {
            super(
                    known
                            ? "the robots.txt of " + host + " closes this page to us"
                            : "the robots.txt of " + host + " cannot be read, so its pages are closed for now");
        }
    }

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_CLOSED = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Web web;
    private final HostGate gate;
    private final BodyRooms rooms;
    private final InstantSource clock;
    private final String name;
    private final RobotsMemory memory = new RobotsMemory();

    Robots(Web web, HostGate gate, BodyRooms rooms, IngestConfig config, InstantSource clock) {
        this.web = web;
        this.gate = gate;
        this.rooms = rooms;
        this.clock = clock;
        this.name = config.fetch().userAgent().split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /**
     * @param trusted the operator named the page's host, so that it may be on any address
     * @throws ForbiddenPageException where the page is closed to us
     */
    RobotsRules check(URI page, boolean trusted) throws IOException {
        var origin = URI.create(page.getScheme() + "://" + page.getRawAuthority() + "/robots.txt");
        var rules = rules(origin, trusted);
        if (!rules.allow(page)) {
            throw new ForbiddenPageException(page.getHost(), rules != RobotsRules.CLOSED);
        }
        return rules;
    }

    private RobotsRules rules(URI file, boolean trusted) throws IOException {
        var now = clock.instant();
        var known = memory.of(file.toString(), now);
        if (known.isPresent()) {
            return known.get();
        }
        var rules = fetch(file, trusted);
        memory.keep(file.toString(), rules, now.plus(rules == RobotsRules.CLOSED ? KEPT_CLOSED : KEPT));
        return rules;
    }

    private static Ask ask(URI file, boolean trusted) {
        return new Ask(
                file, file, trusted, FeedAccess.OPEN, Map.of(HttpHeaders.ACCEPT, "text/plain"), null, Ask.Toll.FREE);
    }

    private RobotsRules fetch(URI file, boolean trusted) throws IOException {
        try (var pass = gate.enter(HostKey.of(file), Duration.ZERO, PATIENCE).orElse(null);
                var room = rooms.open()) {
            if (pass == null) {
                throw new PageFetcher.BusyException(file.getHost());
            }
            var reader = new BodyReader(new BodyLimits(RobotsRules.MOST_BYTES, 100), room);
            return web.ask(ask(file, trusted), answer -> {
                int status = answer.status();
                if (status == 200) {
                    return RobotsRules.parse(file, answer.body(reader), name);
                }
                return status >= 400 && status < 500 && status != 429 ? RobotsRules.OPEN : RobotsRules.CLOSED;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (PageFetcher.BusyException | GuardedDns.ForbiddenAddressException e) {
            throw e;
        } catch (IOException e) {
            var failure = FetchFailures.of(e).failure();
            // more than we need to read, or packed in a way we cannot: no rules that anybody could follow
            return failure == Failure.TOO_LARGE || failure == Failure.CODING || failure == Failure.REDIRECTS
                    ? RobotsRules.OPEN
                    : RobotsRules.CLOSED;
        }
    }
}

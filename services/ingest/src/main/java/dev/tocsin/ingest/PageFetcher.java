package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyLimits;
import dev.tocsin.ingest.coding.BodyReader;
import dev.tocsin.ingest.coding.BodyRoom;
import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.feeds.BotChallenge;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.RetryAfter;
import dev.tocsin.ingest.feeds.Secrecy;
import dev.tocsin.ingest.polite.HostGate;
import dev.tocsin.ingest.polite.HostKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.hc.core5.http.HttpHeaders;

/** Fetches pages of articles under the same guards and with the same manners as feeds, and obeys robots.txt besides. */
@ApplicationScoped
class PageFetcher {
    /** Its host has too many requests before this one. */
    static final class BusyException extends IOException {
        private static final long serialVersionUID = 1;

        BusyException(String host) {
            super(host + " has been asked as often as manners allow; this page may be asked for later");
        }
    }

    private static final String ACCEPTED = "text/html, application/xhtml+xml, */*;q=0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HELD = Duration.ofMinutes(10);

    private final Web web;
    private final Robots robots;
    private final HostGate gate;
    private final BodyRooms rooms;
    private final BodyLimits limits;
    private final InstantSource clock;

    PageFetcher(Web web, Robots robots, HostGate gate, BodyRooms rooms, IngestConfig config, InstantSource clock) {
        this.web = web;
        this.robots = robots;
        this.gate = gate;
        this.rooms = rooms;
        this.limits = new BodyLimits(
                (int) Math.min(Integer.MAX_VALUE - 1, config.fetch().maxSize().asLongValue()),
                config.fetch().maxRatio());
        this.clock = clock;
    }

    /** Blocks, also until the page's host may be asked again. The page is a stranger's: it gets no trust. */
    PageOutcome fetch(URI page) {
        return fetch(page, page, false, FeedAccess.OPEN);
    }

    /** As {@link #fetch(URI)}; a page on the feed's own host gets the feed's trust and is shown its secrets. */
    PageOutcome fetch(URI page, Feed feed) {
        var settings = feed.settings();
        return fetch(page, feed.address().uri(), settings.configured(), settings.access());
    }

    private PageOutcome fetch(URI page, URI home, boolean trusted, FeedAccess access) {
        try (var room = rooms.open()) {
            var rules = robots.check(page, trusted && Secrecy.isHome(home, page));
            try (var pass =
                    gate.enter(HostKey.of(page), rules.delay(), PATIENCE).orElse(null)) {
                if (pass == null) {
                    throw new BusyException(page.getHost());
                }
                Ask.Toll toll = hop -> {
                    if (!HostKey.of(hop).equals(HostKey.of(page))) {
                        robots.check(hop, false);
                    }
                };
                var ask = new Ask(page, home, trusted, access, Map.of(HttpHeaders.ACCEPT, ACCEPTED), null, toll);
                return web.ask(ask, answer -> outcome(page, answer, room));
            }
        } catch (Robots.ForbiddenPageException e) {
            return new PageOutcome.Refused(Failure.ROBOTS, String.valueOf(e.getMessage()));
        } catch (BusyException e) {
            return new PageOutcome.Failed(Failure.TIMED_OUT, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PageOutcome.Failed(Failure.INTERNAL, "interrupted");
        } catch (IOException | RuntimeException e) {
            var failed = FetchFailures.of(e);
            return failed.failure() == Failure.FORBIDDEN_ADDRESS
                    ? new PageOutcome.Refused(failed.failure(), failed.reason())
                    : new PageOutcome.Failed(failed.failure(), failed.reason());
        }
    }

    private PageOutcome outcome(URI page, Answer answer, BodyRoom room) throws IOException {
        int status = answer.status();
        return switch (status) {
            case 200 -> fetched(answer, room);
            case 404, 410 -> new PageOutcome.Gone(status);
            case 401, 402, 403, 407, 451 ->
                new PageOutcome.Refused(Failure.HTTP_STATUS, "its server refuses us (HTTP status " + status + ")");
            case 429, 503 -> {
                var now = clock.instant();
                RetryAfter.parse(answer.header(HttpHeaders.RETRY_AFTER), now)
                        .map(wait -> wait.compareTo(HELD) > 0 ? HELD : wait)
                        .ifPresent(wait -> gate.hold(HostKey.of(page), wait));
                yield new PageOutcome.Failed(
                        Failure.HTTP_STATUS, "its server asks for patience (HTTP status " + status + ")");
            }
            default -> new PageOutcome.Failed(Failure.HTTP_STATUS, "HTTP status " + status);
        };
    }

    private PageOutcome fetched(Answer answer, BodyRoom room) throws IOException {
        var body = answer.body(new BodyReader(limits, room));
        var guard = BotChallenge.in(body);
        return guard.isPresent()
                ? new PageOutcome.Refused(Failure.HTTP_STATUS, guard.get() + " asks for proof that we are no robot")
                : new PageOutcome.Fetched(body, answer.contentType(), answer.from());
    }
}

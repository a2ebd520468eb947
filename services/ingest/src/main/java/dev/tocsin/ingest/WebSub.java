package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.websub.Hub;
import dev.tocsin.ingest.websub.Subscription;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * Subscribes at the hubs that feeds name, and renews with the polls that go on beside. The subscription is kept before the
 * hub is asked: a hub may check our intent before it has answered.
 */
@ApplicationScoped
class WebSub implements Hubs {
    private final SubscriptionStore store;
    private final Web web;
    private final Optional<String> callback;
    private final Duration lease;
    private final InstantSource clock;

    WebSub(SubscriptionStore store, Web web, IngestConfig config, InstantSource clock) {
        this.store = store;
        this.web = web;
        this.callback = config.websub().callbackUrl().map(url -> url.endsWith("/") ? url : url + "/");
        this.lease = config.websub().lease();
        this.clock = clock;
    }

    void prepare() {
        if (callback.isPresent()) {
            store.prepare();
        }
    }

    /** Subscribes where the feed names a new hub, and renews what is due. */
    @Override
    public Optional<Instant> polled(Feed feed, Optional<Hub> named) {
        if (callback.isEmpty() || feed.address().isFile()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var known = store.ofFeed(feed.id());
        if (known.isPresent() && named.map(known.get()::isOf).orElse(true)) {
            if (!now.isBefore(known.get().renewal())) {
                subscribe(known.get().requestedAgain(now), feed);
            }
        } else {
            named.ifPresent(hub -> subscribe(Subscription.requested(feed.id(), hub, now), feed));
        }
        return known.filter(s -> s.isActive(now) && now.isBefore(s.renewal())).map(Subscription::renewal);
    }

    private void subscribe(Subscription subscription, Feed feed) {
        store.save(subscription);
        var form = new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("hub.mode", "subscribe"),
                        new BasicNameValuePair("hub.topic", subscription.topic().toString()),
                        new BasicNameValuePair("hub.callback", callback.orElseThrow() + subscription.key()),
                        new BasicNameValuePair("hub.lease_seconds", Long.toString(lease.toSeconds())),
                        new BasicNameValuePair("hub.secret", subscription.secret())),
                StandardCharsets.UTF_8);
        // the hub is whatever the feed says it is: no secrets of the feed, no trust but on its own host
        var ask = new Ask(
                subscription.hub(),
                feed.address().uri(),
                feed.settings().configured(),
                FeedAccess.OPEN,
                Map.of(),
                form,
                Ask.Toll.FREE);
        try {
            int status = web.ask(ask, Answer::status);
            if (status / 100 != 2) {
                refused(subscription, "the hub answered HTTP status " + status);
            }
        } catch (IOException | RuntimeException e) {
            refused(subscription, FetchFailures.of(e).reason());
        }
    }

    /** What the hub gave before goes on to its end. */
    private void refused(Subscription subscription, String why) {
        Log.infof("hub refuses feed=%s error=%s", subscription.feed(), why);
        if (subscription.until() == null) {
            store.save(subscription.refused(why));
        }
    }
}

package dev.tocsin.ingest;

import dev.tocsin.ingest.websub.HubSignature;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where hubs check that we meant it, and deliver what is new (WebSub, 5.3 and 7). */
@Path("/websub/{key}")
@RunOnVirtualThread
class WebSubResource {
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);
    private static final int LONGEST_CHALLENGE = 1_024;
    private static final int RETRY_SECONDS = 30;

    private final SubscriptionStore subscriptions;
    private final FeedStore feeds;
    private final Delivery delivery;
    private final IngestMetrics metrics;
    private final Duration lease;
    private final long maxSize;
    private final InstantSource clock;

    WebSubResource(
            SubscriptionStore subscriptions,
            FeedStore feeds,
            Delivery delivery,
            IngestMetrics metrics,
            IngestConfig config,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.delivery = delivery;
        this.metrics = metrics;
        this.lease = config.websub().lease();
        this.maxSize = config.fetch().maxSize().asLongValue();
        this.clock = clock;
    }

    /** The hub asks whether we meant it, or says no. Only what we asked for, word for word, is confirmed. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response verify(
            @PathParam("key") String key,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.topic") @Nullable String topic,
            @QueryParam("hub.challenge") @Nullable String challenge,
            @QueryParam("hub.lease_seconds") @Nullable String seconds,
            @QueryParam("hub.reason") @Nullable String reason) {
        var known = subscriptions
                .ofKey(key)
                .filter(s -> s.topic().toString().equals(topic))
                .orElse(null);
        if (known == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        if ("denied".equals(mode)) {
            Log.infof("hub ends its deliveries feed=%s", known.feed());
            subscriptions.save(known.refused("the hub denies it: " + shortened(reason)));
            return Response.noContent().build();
        }
        boolean meant = "subscribe".equals(mode) && challenge != null && challenge.length() <= LONGEST_CHALLENGE;
        if (!meant) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        subscriptions.save(known.verified(clock.instant(), given(seconds)));
        metrics.hub("verified");
        return Response.ok(challenge).build();
    }

    /**
     * A delivery. One that is not signed as agreed is acknowledged and ignored (WebSub, 7.1), so that nobody learns by
     * trying; 410 has the hub end what nobody wants any more; 503 has it deliver again.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response deliver(
            @PathParam("key") String key,
            @HeaderParam("X-Hub-Signature") @Nullable String signature,
            @HeaderParam("Content-Type") @Nullable String contentType,
            InputStream body)
            throws IOException {
        var known = subscriptions.ofKey(key).orElse(null);
        var feed = known == null ? null : feeds.find(known.feed()).orElse(null);
        if (known == null || feed == null) {
            if (known != null) {
                subscriptions.delete(known.feed());
            }
            return Response.status(Response.Status.GONE).build();
        }
        var bytes = new BoundedInput(body, maxSize).readAllBytes();
        if (!HubSignature.proves(signature, bytes, known.secret())) {
            metrics.hub("unsigned");
            Log.infof("delivery ignored feed=%s error=its signature is missing or wrong", feed.id());
            return Response.accepted().build();
        }
        if (feed.settings().paused()) {
            return Response.accepted().build();
        }
        return delivery.take(feed, bytes, contentType)
                ? Response.accepted().build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header("Retry-After", RETRY_SECONDS)
                        .build();
    }

    private Duration given(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,9}")) {
            return lease;
        }
        var given = Duration.ofSeconds(Long.parseLong(seconds));
        return given.compareTo(SHORTEST_LEASE) < 0
                ? SHORTEST_LEASE
                : given.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : given;
    }

    private static String shortened(@Nullable String reason) {
        return reason == null ? "without a reason" : reason.substring(0, Math.min(reason.length(), 200));
    }
}

package dev.tocsin.dashboard;

import dev.tocsin.dashboard.live.Frame;
import dev.tocsin.dashboard.live.Subscription;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One client of the live stream, on the event loop of its connection. It queues one batch beyond the socket's buffer. */
final class LiveConnection {
    private static final int BATCH = 8;
    private static final long NOT_FULL = 0;

    private final RoutingContext request;
    private final HttpServerResponse response;
    private final Subscription subscription;
    private final DashboardConfig.Live config;
    private final Consumer<LiveConnection> onClose;
    private final AtomicBoolean woken = new AtomicBoolean();
    private @Nullable Context context;
    private long fullSince = NOT_FULL;

    LiveConnection(
            RoutingContext request,
            Subscription subscription,
            DashboardConfig.Live config,
            Consumer<LiveConnection> onClose) {
        this.request = request;
        this.response = request.response();
        this.subscription = subscription;
        this.config = config;
        this.onClose = onClose;
    }

    void open() {
        context = Vertx.currentContext();
        response.closeHandler(closed -> onClose.accept(this));
        response.exceptionHandler(broken -> onClose.accept(this));
        response.drainHandler(drained -> pump());
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // nginx and its kin hold back what they do not know to be a stream
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true);
        send(List.of(new Frame.Retry(config.retry())));
        pump();
    }

    /** Asks for the next events to be sent; from any thread. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            onContext(this::pump);
        }
    }

    /** A sign of life, or the end of a client that takes nothing; from any thread. */
    void beat() {
        onContext(() -> {
            if (!response.writeQueueFull()) {
                pump();
                send(List.of(new Frame.Beat(subscription.cursor())));
            } else if (System.nanoTime() - fullSince > config.stall().toNanos()) {
                cut();
            }
        });
    }

    RoutingContext request() {
        return request;
    }

    /** Ends the connection; from any thread. Who comes back is asked again who they are. */
    void end() {
        onContext(this::cut);
    }

    /** Ends the connection now: a close by Vert.x first waits for the client to take what is queued, and it does not. */
    private void cut() {
        if (request.request().connection() instanceof ConnectionBase connection) {
            // from the head of the pipeline, past the handler that waits
            connection.channel().pipeline().firstContext().close();
        }
    }

    private void pump() {
        woken.set(false);
        while (!response.ended() && !response.closed() && !response.writeQueueFull()) {
            var frames = subscription.next(BATCH);
            if (frames.isEmpty()) {
                return;
            }
            send(frames);
        }
    }

    private void send(List<Frame> frames) {
        if (response.ended() || response.closed()) {
            return;
        }
        var bytes = Buffer.buffer();
        frames.forEach(f -> bytes.appendBytes(f.bytes()));
        response.write(bytes);
        if (response.writeQueueFull()) {
            fullSince = System.nanoTime();
        }
    }

    private void onContext(Runnable task) {
        var here = context;
        if (here != null) {
            here.runOnContext(ignored -> task.run());
        }
    }
}

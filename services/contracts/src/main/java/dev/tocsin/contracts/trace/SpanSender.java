package dev.tocsin.contracts.trace;

import dev.tocsin.contracts.TraceParent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Sends spans to a collector, in batches, on a thread of its own. */
final class SpanSender implements Spans {
    private static final System.Logger LOG = System.getLogger(SpanSender.class.getName());
    private static final int WAITING = 4096;
    private static final int BATCH = 512;
    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SpanSettings settings;
    private final HttpRequest.Builder request;
    private final SpanForm form;
    private final InstantSource clock;
    private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(WAITING);
    private final LongAdder dropped = new LongAdder();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Thread thread;
    private volatile boolean closing;
    private boolean troubled;

    SpanSender(SpanSettings settings, SpanForm form, InstantSource clock) {
        this.settings = settings;
        this.request = HttpRequest.newBuilder(settings.collector()).timeout(PATIENCE);
        // wrong ones are refused here, at the start
        settings.headers().forEach(request::setHeader);
        request.setHeader("Content-Type", "application/json");
        this.form = form;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("spans").daemon().start(this::run);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void tell(TraceParent step, String name, Instant start, Map<String, String> attributes, String error) {
        if (step.isSampled()
                && settings.tells(step.trace())
                && !waiting.offer(new Span(step, name, start, now(), attributes, error))) {
            dropped.increment();
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                var batch = gathered();
                if (!batch.isEmpty()) {
                    send(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Full, or as much as comes within the time. */
    private List<Span> gathered() throws InterruptedException {
        var batch = new ArrayList<Span>();
        long end = System.nanoTime() + GATHER.toNanos();
        while (batch.size() < BATCH && !(closing && waiting.isEmpty())) {
            var next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
            waiting.drainTo(batch, BATCH - batch.size());
        }
        return batch;
    }

    private void send(List<Span> batch) throws InterruptedException {
        var body = BodyPublishers.ofByteArray(form.request(batch));
        try {
            int status = client.send(request.copy().POST(body).build(), BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                taken();
            } else {
                lost(batch, "status " + status);
            }
        } catch (IOException e) {
            lost(batch, e.toString());
        }
    }

    private void taken() {
        long lost = dropped.sumThenReset();
        if (troubled || lost > 0) {
            LOG.log(System.Logger.Level.INFO, "spans are taken dropped=" + lost);
        }
        troubled = false;
    }

    private void lost(List<Span> batch, String reason) {
        dropped.add(batch.size());
        if (!troubled) {
            var host = settings.collector().getHost();
            LOG.log(System.Logger.Level.WARNING, "no collector takes spans host=" + host + " error=" + reason);
        }
        troubled = true;
    }
}

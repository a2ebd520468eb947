package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.ingest.FeedClaims.Done;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Writes the records of polls together that end about the same time; each poll waits for its own to be written. */
@ApplicationScoped
class PollRecords {
    private record Waiting(Done done, CompletableFuture<Void> written) {}

    private static final int MOST = 200;
    private static final long GATHER_MILLIS = 10;
    private static final long GRACE_MILLIS = 5_000;

    private final FeedClaims claims;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);
    private final Thread writer = Thread.ofVirtual().name("poll-records").unstarted(this::run);
    private volatile boolean running = true;

    PollRecords(FeedClaims claims) {
        this.claims = claims;
        writer.start();
    }

    /** Returns when it is written, or given up: then the feed is asked again after its interval. */
    void write(Done done) throws InterruptedException {
        var written = new CompletableFuture<Void>();
        waiting.put(new Waiting(done, written));
        written.join();
    }

    @PreDestroy
    void close() throws InterruptedException {
        running = false;
        writer.join(GRACE_MILLIS);
    }

    private void run() {
        var batch = new ArrayList<Waiting>(MOST);
        while (running || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(GATHER_MILLIS * 10, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    Thread.sleep(GATHER_MILLIS);
                    waiting.drainTo(batch, MOST - 1);
                    write(batch);
                }
            } catch (InterruptedException e) {
                running = false;
            } finally {
                batch.forEach(w -> w.written().complete(null));
                batch.clear();
            }
        }
    }

    private void write(List<Waiting> batch) {
        try {
            claims.record(batch.stream().map(Waiting::done).toList());
        } catch (MongoException e) {
            Log.warnf("polls not recorded count=%d error=%s", batch.size(), e.getMessage());
        }
    }
}

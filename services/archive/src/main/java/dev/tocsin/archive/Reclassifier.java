package dev.tocsin.archive;

import dev.tocsin.archive.anew.Job;
import dev.tocsin.contracts.Reclassify;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests to meet the archive with a topic's pack, one at a time on all replicas together, and has one run. It survives no
 * restart, and none is needed: asked again, it passes over what is done.
 */
@Singleton
final class Reclassifier {
    private final JobCollection jobs;
    private final ArticleRenewals renewals;
    private final Sendings sendings;
    private final ArchiveConfig config;
    private final InstantSource clock;
    private @Nullable Thread running;

    Reclassifier(
            JobCollection jobs,
            ArticleRenewals renewals,
            Sendings sendings,
            ArchiveConfig config,
            InstantSource clock) {
        this.jobs = jobs;
        this.renewals = renewals;
        this.sendings = sendings;
        this.config = config;
        this.clock = clock;
    }

    /** What became of a request: it runs, or another one does and it must wait. */
    record Begun(Job job, boolean mustWait) {}

    /** Begins, where none runs. */
    Begun begin(String topic, int version, @Nullable Instant from, @Nullable Instant to, boolean exercise) {
        var now = clock.instant();
        var end = to == null ? now : to;
        var id = UUID.randomUUID().toString();
        var wanted = Job.of(id, topic, version, from, end, exercise, renewals.count(from, end), now);
        var job = jobs.change(before -> before != null && before.runs(clock.instant()) ? before : wanted);
        boolean mustWait = !job.id().equals(id);
        if (!mustWait) {
            Log.infof("reclassify topic=%s version=%d articles=%d", topic, version, job.articles());
            start(job);
        }
        return new Begun(job, mustWait);
    }

    private synchronized void start(Job job) {
        var asked = new Reclassify(job.id(), job.topic(), job.version(), job.exercise());
        var run = new ReclassifyRun(job, asked, jobs, renewals, sendings, config.reclassify(), clock);
        running = Thread.ofVirtual().name("reclassify").start(run);
    }

    /** The one of this topic, if it was the last. */
    Optional<Job> find(String topic) {
        return jobs.find().filter(job -> job.topic().equals(topic)).map(job -> job.seenAt(clock.instant()));
    }

    /** Ends the one of this topic after the articles that are on their way; empty where none runs. */
    Optional<Job> cancel(String topic) {
        var now = clock.instant();
        return find(topic)
                .filter(job -> job.runs(now))
                .map(job -> jobs.change(before -> {
                    boolean still = before != null && before.id().equals(job.id()) && before.runs(now);
                    return still ? before.ended(Job.State.CANCELLED, null, now) : before == null ? job : before;
                }));
    }

    /** So that nothing is sent while the service stops. */
    synchronized void stop(@Observes ShutdownEvent event) {
        if (running != null) {
            running.interrupt();
        }
    }
}

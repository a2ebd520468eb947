package dev.tocsin.archive;

import dev.tocsin.archive.anew.Job;
import dev.tocsin.archive.anew.Job.Tally;
import dev.tocsin.archive.query.Position;
import dev.tocsin.contracts.Reclassify;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way through the archive, oldest articles first: some are sent to be classified, and the next only when these are back, so
 * that live articles never wait behind more than those. What came back is read in the store, where whichever replica archived it has
 * written it down.
 */
final class ReclassifyRun implements Runnable {
    /** Articles looked up at once; the embedded store walks through all of them for it. */
    private static final int LOOKED_UP = 2_000;

    /** Articles whose texts are in memory at once. */
    private static final int HELD = 16;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration BEAT = Duration.ofSeconds(2);

    /** An article that met an older pack, because its classifier had not got the new one yet, is sent again after this. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Job begun;
    private final Reclassify asked;
    private final JobCollection jobs;
    private final ArticleRenewals renewals;
    private final Sendings sendings;
    private final ArchiveConfig.Reclassify bounds;
    private final InstantSource clock;
    private Tally tally = Tally.NONE;
    private boolean answered;
    private Instant beaten;

    ReclassifyRun(
            Job begun,
            Reclassify asked,
            JobCollection jobs,
            ArticleRenewals renewals,
            Sendings sendings,
            ArchiveConfig.Reclassify bounds,
            InstantSource clock) {
        this.begun = begun;
        this.asked = asked;
        this.jobs = jobs;
        this.renewals = renewals;
        this.sendings = sendings;
        this.bounds = bounds;
        this.clock = clock;
        beaten = begun.startedAt();
    }

    @Override
    public void run() {
        try {
            if (goThrough()) {
                end(Job.State.DONE, null);
            }
        } catch (InterruptedException e) {
            // its silence tells that it ended
            Log.infof("reclassify stopped topic=%s read=%d", begun.topic(), tally.read());
        } catch (RuntimeException e) {
            Log.errorf(e, "reclassify failed topic=%s error=%s", begun.topic(), e);
            fail("It failed after " + tally.read() + " articles; the archive's log says more. Ask again.");
        }
    }

    /** False where it was ended from outside. */
    private boolean goThrough() throws InterruptedException {
        Position after = null;
        while (true) {
            var some = renewals.find(begun.from(), begun.to(), asked, after, LOOKED_UP);
            for (int from = 0; from < some.size(); from += bounds.inFlight()) {
                if (!renew(some.subList(from, Math.min(from + bounds.inFlight(), some.size()))) || !beat()) {
                    return false;
                }
            }
            if (some.size() < LOOKED_UP) {
                return true;
            }
            after = some.getLast().position();
        }
    }

    /**
     * Sends some, and returns when they are back or were waited for long enough. It ends the run only as long as nothing has come
     * back at all: later, those that nobody can answer are counted, and the others go on. What a request before this one has done is
     * passed over, but for exercises, which it may not have been asked for.
     */
    private boolean renew(List<ArticleRenewals.Dated> articles) throws InterruptedException {
        var open = new HashMap<String, ArticleRenewals.Dated>();
        articles.stream().filter(a -> asked.exercise() || !a.isDone()).forEach(a -> open.put(a.id(), a));
        int all = open.size();
        tally = tally.plus(new Tally(articles.size() - all, 0, 0, 0, 0));
        send(open);
        var sent = clock.instant();
        var end = sent.plus(bounds.patience());
        while (!open.isEmpty() && clock.instant().isBefore(end)) {
            Thread.sleep(LOOK);
            boolean stale = settle(open);
            if (stale && clock.instant().isAfter(sent.plus(AGAIN))) {
                send(open);
                sent = clock.instant();
            }
            if (clock.instant().isAfter(beaten.plus(BEAT)) && !beat()) {
                return false;
            }
        }
        answered |= open.size() < all;
        if (all > 0 && !answered) {
            end(
                    Job.State.FAILED,
                    "No article came back within " + bounds.patience().toSeconds() + " s by version " + asked.version()
                            + " of the pack or a newer one: look whether classify runs and has it, then ask again.");
            return false;
        }
        tally = tally.plus(new Tally(open.size(), 0, 0, 0, open.size()));
        return true;
    }

    private void send(Map<String, ArticleRenewals.Dated> open) {
        var articles = List.copyOf(open.values());
        for (int from = 0; from < articles.size(); from += HELD) {
            sendings.send(renewals.whole(articles.subList(from, Math.min(from + HELD, articles.size()))), asked);
        }
    }

    /** Counts what is back, and takes it out; whether some of it met a pack that is too old. */
    private boolean settle(Map<String, ArticleRenewals.Dated> open) {
        boolean stale = false;
        for (var entry : renewals.answers(List.copyOf(open.keySet())).entrySet()) {
            var answer = entry.getValue();
            var article = open.get(entry.getKey());
            boolean superseded = article != null && answer.revision() > article.revision();
            boolean back = answer.job().equals(asked.job());
            if (superseded || back && answer.version() >= asked.version()) {
                open.remove(entry.getKey());
                tally = tally.plus(superseded ? new Tally(1, 0, 0, 0, 0) : counted(answer.effect()));
            } else {
                stale |= back;
            }
        }
        return stale;
    }

    private static Tally counted(ArticleRenewals.Effect effect) {
        return switch (effect) {
            case SAME -> new Tally(1, 0, 0, 0, 0);
            case CHANGED -> new Tally(1, 1, 0, 0, 0);
            case ENTERED -> new Tally(1, 1, 1, 0, 0);
            case LEFT -> new Tally(1, 1, 0, 1, 0);
        };
    }

    /** Tells how far it is; false where it was ended meanwhile. */
    private boolean beat() {
        beaten = clock.instant();
        var now = jobs.change(job -> runs(job) ? job.at(tally, beaten) : cancelled(job));
        return runs(now);
    }

    /** Ended by a person, it counts what came back after that. */
    private Job cancelled(@Nullable Job job) {
        return job != null && job.id().equals(begun.id()) && job.endedAt() != null
                ? job.at(tally, beaten).ended(job.state(), job.reason(), job.endedAt())
                : begunOr(job);
    }

    private void end(Job.State state, @Nullable String reason) {
        var now = clock.instant();
        jobs.change(job -> runs(job) ? job.at(tally, now).ended(state, reason, now) : begunOr(job));
        Log.infof(
                "reclassify ended topic=%s state=%s read=%d changed=%d",
                begun.topic(), state, tally.read(), tally.changed());
    }

    private void fail(String reason) {
        try {
            end(Job.State.FAILED, reason);
        } catch (RuntimeException e) {
            Log.warnf("store not written topic=%s error=%s", begun.topic(), e.getMessage());
        }
    }

    private boolean runs(@Nullable Job job) {
        return job != null && job.id().equals(begun.id()) && job.state() == Job.State.RUNNING;
    }

    private Job begunOr(@Nullable Job job) {
        return job == null ? begun : job;
    }
}

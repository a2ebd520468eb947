package dev.tocsin.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.lab.Backtest;
import dev.tocsin.archive.lab.Met;
import dev.tocsin.archive.lab.Tally;
import dev.tocsin.archive.query.Position;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One draft on its way through the archive. It works for a share of the time only and rests for the remainder, so that live
 * articles, which are classified by the same processes, do not wait for it.
 */
final class BacktestRun implements Runnable {
    /** Entries looked up at once; the embedded store walks through all of them for it. */
    private static final int LOOKED_UP = 2_000;

    private static final int MOST_TEXTS = 32;
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);

    private final Backtest begun;
    private final List<JsonNode> packs;
    private final BacktestCollection backtests;
    private final ArticleWalk walk;
    private final DraftBench bench;
    private final Tally tally;
    private final ArchiveConfig.Backtest bounds;
    private final InstantSource clock;
    private Instant beaten;

    BacktestRun(
            Backtest begun,
            List<JsonNode> packs,
            BacktestCollection backtests,
            ArticleWalk walk,
            DraftBench bench,
            Tally tally,
            ArchiveConfig.Backtest bounds,
            InstantSource clock) {
        this.begun = begun;
        this.packs = packs;
        this.backtests = backtests;
        this.walk = walk;
        this.bench = bench;
        this.tally = tally;
        this.bounds = bounds;
        this.clock = clock;
        beaten = begun.startedAt();
    }

    @Override
    public void run() {
        try {
            if (goThrough()) {
                end(Backtest.State.DONE, null);
            }
        } catch (InterruptedException e) {
            // its silence tells that it ended
            Log.infof("backtest stopped topic=%s read=%d", begun.topic(), tally.read());
        } catch (DraftBench.NoAnswerException e) {
            end(Backtest.State.FAILED, "It ended after " + tally.read() + " articles: " + e.getMessage() + ".");
        } catch (RuntimeException e) {
            Log.errorf(e, "backtest failed topic=%s error=%s", begun.topic(), e);
            fail("It failed after " + tally.read() + " articles; the archive's log says more. Start it again.");
        }
    }

    /** False where it was ended from outside. */
    private boolean goThrough() throws InterruptedException, DraftBench.NoAnswerException {
        Position after = null;
        while (true) {
            var looked = clock.instant();
            var steps = walk.next(begun.from(), begun.to(), after, LOOKED_UP);
            rest(looked);
            for (int from = 0; from < steps.size(); from += MOST_TEXTS) {
                var began = clock.instant();
                var articles = walk.whole(steps.subList(from, Math.min(from + MOST_TEXTS, steps.size())));
                if (!articles.isEmpty()) {
                    meet(articles).forEach(tally::add);
                }
                rest(began);
                if (clock.instant().isAfter(beaten.plus(BEAT)) && !beat()) {
                    return false;
                }
            }
            if (steps.size() < LOOKED_UP) {
                return beat();
            }
            after = steps.getLast().position();
        }
    }

    /** Waits for a classify that is restarted or busy, for a while. */
    private List<Met> meet(List<ObjectNode> articles) throws InterruptedException, DraftBench.NoAnswerException {
        var end = clock.instant().plus(bounds.patience());
        while (true) {
            try {
                return bench.meet(packs, articles);
            } catch (DraftBench.NoAnswerException e) {
                if (!e.isPassing() || clock.instant().isAfter(end)) {
                    throw e;
                }
                if (!beat()) {
                    return List.of();
                }
                Thread.sleep(AGAIN);
            }
        }
    }

    /** As long as the work took, and so many times longer that it had its share. */
    private void rest(Instant began) throws InterruptedException {
        long worked = Duration.between(began, clock.instant()).toMillis();
        long rest = Math.round(worked * (1 / bounds.share() - 1));
        Thread.sleep(Duration.ofMillis(Math.clamp(rest, 0, LONGEST_REST.toMillis())));
    }

    /** Tells how far it is; false where it was ended, or another one began, meanwhile. */
    private boolean beat() {
        beaten = clock.instant();
        var found = tally.read() == 0 ? null : tally.findings();
        var now = backtests.change(
                begun.topic(),
                test -> !runs(test) ? test : found == null ? test.beating(beaten) : test.at(found, beaten));
        return runs(now);
    }

    private void end(Backtest.State state, @Nullable String reason) {
        var now = clock.instant();
        backtests.change(
                begun.topic(),
                test -> runs(test) ? test.at(tally.findings(), now).ended(state, reason, now) : test);
        Log.infof("backtest ended topic=%s state=%s read=%d", begun.topic(), state, tally.read());
    }

    private void fail(String reason) {
        try {
            end(Backtest.State.FAILED, reason);
        } catch (RuntimeException e) {
            Log.warnf("store not written topic=%s error=%s", begun.topic(), e.getMessage());
        }
    }

    private boolean runs(@Nullable Backtest test) {
        return test != null && test.id().equals(begun.id()) && test.state() == Backtest.State.RUNNING;
    }
}

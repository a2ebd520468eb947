package dev.tocsin.alerts;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what somebody waits for and has the transaction ended at once, for nobody hears of it before. A thread has one
 * transaction for all its tasks, so there is a {@link #GAP} between the ends that its tasks ask for, in which more gathers.
 * What nobody waits for stays until the commit interval has passed.
 */
final class Prompt<V> implements ProcessorSupplier<String, V, String, V> {
    /** Between two transactions of a thread: an end costs the broker its requests whatever the transaction holds. */
    static final Duration GAP = Duration.ofMillis(40);

    /** Schedules are in whole milliseconds, rounded down. */
    private static final Duration LEAST = Duration.ofMillis(1);

    private final LongSupplier nanos;
    private final ThreadLocal<Long> asked;

    /**
     * @param nanos a clock as {@link System#nanoTime()}
     */
    Prompt(LongSupplier nanos) {
        this.nanos = nanos;
        this.asked = ThreadLocal.withInitial(() -> nanos.getAsLong() - GAP.toNanos());
    }

    @Override
    public Processor<String, V, String, V> get() {
        return new OfTask();
    }

    private final class OfTask implements Processor<String, V, String, V> {
        private @Nullable ProcessorContext<String, V> context;
        private @Nullable Cancellable alarm;
        private long latest;

        /** Also called again on the same instance, when a task is revived: nothing of before may stay. */
        @Override
        public void init(ProcessorContext<String, V> processorContext) {
            context = processorContext;
            alarm = null;
        }

        @Override
        public void process(Record<String, V> message) {
            var task = Objects.requireNonNull(context, "not initialised");
            task.forward(message);
            latest = nanos.getAsLong();
            if (alarm == null) {
                askWhenTheGapIsOver(task, latest);
            }
        }

        private void askWhenTheGapIsOver(ProcessorContext<String, V> task, long now) {
            var left = GAP.minusNanos(now - asked.get());
            if (left.isPositive()) {
                // only when it is needed: each call leaves something to commit, and an idle service would never rest
                alarm = task.schedule(left.plus(LEAST), PunctuationType.WALL_CLOCK_TIME, wallClock -> alarm(task));
            } else {
                task.commit();
                asked.set(now);
            }
        }

        private void alarm(ProcessorContext<String, V> task) {
            Objects.requireNonNull(alarm, "nobody set it").cancel();
            alarm = null;
            // else another task's end was this one's too
            if (latest - asked.get() > 0) {
                askWhenTheGapIsOver(task, nanos.getAsLong());
            }
        }
    }
}

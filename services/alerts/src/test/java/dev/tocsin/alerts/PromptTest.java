package dev.tocsin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTest {
    private static final Duration ABOUT_OVER = Prompt.GAP.minusMillis(1);

    @TempDir
    private Path folder;

    // just before the clock's overflow, which a long uptime may meet
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofMillis(60).toNanos());
    private final Prompt<String> prompt = new Prompt<>(nanos::get);

    /** A task of the thread that runs the test. */
    private final class Task {
        private final MockProcessorContext<String, String> context;
        private final Processor<String, String, String, String> processor;

        Task(int partition) {
            context = new MockProcessorContext<>(new Properties(), new TaskId(1, partition), folder.toFile());
            processor = prompt.get();
            processor.init(context);
        }

        /** Whether its transaction was to be ended since the last call. */
        boolean asked() {
            boolean asked = context.committed();
            context.resetCommit();
            return asked;
        }

        boolean asksAfterPassingOn(String message) {
            processor.process(new Record<>("key", message, 0));
            return asked();
        }

        boolean asksByItself() {
            for (var alarm : List.copyOf(context.scheduledPunctuators())) {
                if (!alarm.cancelled()) {
                    alarm.getPunctuator().punctuate(0);
                }
            }
            return asked();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void passesOnAndAsksAtOnce() {
        var task = new Task(0);

        assertThat(task.asksAfterPassingOn("a")).isTrue();
        assertThat(task.context.forwarded().getFirst().record().value()).isEqualTo("a");
        pass(Prompt.GAP);
        assertThat(task.asksByItself()).as("nothing waits").isFalse();
    }

    @Test
    void asksOnce_whenTheGapIsOver_forAllThatCameMeanwhile() {
        var task = new Task(0);
        task.asksAfterPassingOn("a");

        pass(ABOUT_OVER);
        assertThat(task.asksAfterPassingOn("b")).isFalse();
        assertThat(task.asksAfterPassingOn("c")).isFalse();
        assertThat(task.asksByItself()).as("too early").isFalse();
        pass(Duration.ofMillis(1));
        assertThat(task.asksByItself()).isTrue();
        pass(Prompt.GAP);
        assertThat(task.asksByItself()).isFalse();
        assertThat(task.asksAfterPassingOn("d")).isTrue();
    }

    @Test
    void asksOnce_forAllTasksOfAThread() {
        var one = new Task(0);
        var other = new Task(1);
        one.asksAfterPassingOn("a");
        pass(ABOUT_OVER);
        assertThat(one.asksAfterPassingOn("b")).isFalse();
        assertThat(other.asksAfterPassingOn("c")).isFalse();

        pass(Duration.ofMillis(1));
        assertThat(other.asksByItself()).isTrue();
        assertThat(one.asksByItself()).isFalse();
        pass(Prompt.GAP);
        assertThat(one.asksByItself()).isFalse();
    }

    @Test
    void forgetsWhatWaited_whenItsTaskIsRevived() {
        var task = new Task(0);
        task.asksAfterPassingOn("a");
        task.asksAfterPassingOn("b");
        task.context.scheduledPunctuators().getFirst().cancel(); // as the streams do with all that a task has scheduled
        task.processor.init(task.context);
        pass(Prompt.GAP);

        assertThat(task.asksByItself()).isFalse();
        assertThat(task.asksAfterPassingOn("c")).isTrue();
    }
}

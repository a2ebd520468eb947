package dev.tocsin.classify.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.classify.actors.Actors;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text may cost at most; in the time of this thread, so that a busy machine does not matter. */
class HostileReactionsTest {
    private static final int LONGEST = 60_000;

    private static Actors actors;
    private static Reactions reactions;

    @BeforeAll
    static void warmUp() throws Exception {
        actors = Actors.read(Path.of(System.getProperty("tocsin.root"), "actors"));
        reactions = new Reactions(actors);
        for (int i = 0; i < 200; i++) {
            find("Unrest in Kazakhstan. We condemn it, France said, " + i + " times.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "We condemn it.",
        "We are concerned and the leaders condemn it;",
        "we condemn",
        "“We condemn it,”",
        "The session of the leaders condemned it.",
        "condemn",
    })
    void aHostileTextCostsLittle(String repeated) {
        var text =
                "Unrest in Kazakhstan. France sent its envoy. " + (repeated + " ").repeat(LONGEST / repeated.length());
        assertThat(time(() -> find(text))).isLessThan(Duration.ofSeconds(1));
    }

    private static void find(String text) {
        reactions.find("en", null, text, actors.find("en", null, text));
    }

    private static Duration time(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
    }
}

package dev.tocsin.ingest.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RobotsMemoryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final RobotsMemory memory = new RobotsMemory();

    @Test
    void knowsAFileUntilItsTimeIsOver() {
        memory.keep("a", RobotsRules.OPEN, LATER);
        assertThat(memory.of("a", NOW)).contains(RobotsRules.OPEN);
        assertThat(memory.of("a", LATER)).isEmpty();
        assertThat(memory.of("b", NOW)).isEmpty();
    }

    @Test
    void forgetsWhatWasNotAskedForTheLongest_whenHostsAreMany() {
        for (int i = 0; i < RobotsMemory.MOST_HOSTS; i++) {
            memory.keep("host " + i, RobotsRules.OPEN, LATER);
        }
        memory.of("host 0", NOW);
        memory.keep("one more", RobotsRules.OPEN, LATER);
        assertThat(memory.of("host 0", NOW)).isPresent();
        assertThat(memory.of("host 1", NOW)).isEmpty();
        assertThat(memory.of("one more", NOW)).isPresent();
    }

    @Test
    void forgetsSooner_whenRulesAreMany() {
        var many = rules(RobotsMemory.MOST_RULES / 2);
        memory.keep("a", many, LATER);
        memory.keep("a", many, LATER);
        memory.keep("b", many, LATER);
        assertThat(memory.of("a", NOW)).isPresent();
        memory.keep("c", rules(1), LATER);
        assertThat(memory.of("b", NOW)).isEmpty();
        assertThat(memory.of("a", NOW)).isPresent();
        memory.keep("d", rules(RobotsMemory.MOST_RULES + 1), LATER);
        assertThat(memory.of("a", NOW)).isEmpty();
        assertThat(memory.of("d", NOW)).isPresent();
    }

    private static RobotsRules rules(int count) {
        var file = IntStream.range(0, count)
                .mapToObj(i -> "Disallow: /" + i + "/")
                .collect(Collectors.joining("\n", "User-agent: *\n", "\n"));
        return RobotsRules.parse(
                URI.create("https://one.example/robots.txt"), file.getBytes(StandardCharsets.UTF_8), "tocsin");
    }
}

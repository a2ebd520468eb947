package dev.tocsin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleReaderTest {
    private static final byte[] UNREADABLE = {'{'};

    @TempDir
    private Path folder;

    @Test
    void readsNoArticle_whenItsEnvelopeSaysThatItIsOfNoTopic() {
        try (var run = new TopologyRun(Settings.in(folder, Map.of()))) {
            run.send("a1", UNREADABLE, "0");

            assertThat(run.deadLetters()).isEmpty();
        }
    }

    @Test
    void readsAnArticle_whenItIsOfTopics_orItsEnvelopeDoesNotSay() {
        try (var run = new TopologyRun(Settings.in(folder, Map.of()))) {
            run.send("a1", UNREADABLE, "2");
            run.send("a2", UNREADABLE);

            assertThat(run.deadLetters()).hasSize(2);
        }
    }
}

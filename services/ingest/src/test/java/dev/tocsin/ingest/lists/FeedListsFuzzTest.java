package dev.tocsin.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.ingest.feeds.FeedForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Whatever the file holds, it is a list, or a line that says what is wrong with it. */
class FeedListsFuzzTest {
    private static final FeedForm FORM = new FeedForm(Duration.ofMinutes(1), Duration.ofHours(24));
    private static final int MOST = 20;

    @FuzzTest(maxDuration = "5m")
    void readsAnyOpml(byte[] file) throws IOException {
        keepsTheLimits(sink -> OpmlReader.read(new ByteArrayInputStream(file), FORM, MOST, sink));
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyYaml(byte[] file) throws IOException {
        keepsTheLimits(sink -> YamlList.read(new ByteArrayInputStream(file), FORM, MOST, sink));
    }

    private static void keepsTheLimits(List list) throws IOException {
        var entries = new ArrayList<ListEntry>();
        try {
            list.read(entries::add);
        } catch (BadListException e) {
            assertThat(e).hasMessageMatching("(?s)line \\d+: .+");
        }
        assertThat(entries).hasSizeLessThanOrEqualTo(MOST);
    }

    private interface List {
        void read(Consumer<ListEntry> sink) throws IOException, BadListException;
    }
}

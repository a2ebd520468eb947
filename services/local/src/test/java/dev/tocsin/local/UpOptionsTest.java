package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpOptionsTest {
    @TempDir
    private Path here;

    private Path sample;

    @BeforeEach
    void writeASample() throws IOException {
        sample = Files.createDirectories(here.resolve("deploy/sample")).resolve("feed.xml");
        Files.writeString(sample, "<rss/>");
    }

    @Test
    void playsTheSample_whenNoFeedIsGiven() {
        var options = parse();

        assertThat(options.feeds()).containsExactly(sample.toUri().toString());
        assertThat(options.data()).isEqualTo(here.resolve(".tocsin"));
        assertThat(options.ports()).isEqualTo(Ports.fixed());
    }

    @Test
    void takesSeveralFeeds_byFileAndByAddress() {
        var options = parse("--feed", "deploy/sample/feed.xml", "--feed", "https://news.example/rss?a=1,2");

        assertThat(options.feeds()).containsExactly(sample.toUri().toString(), "https://news.example/rss?a=1,2");
    }

    @Test
    void takesListsOfFeeds_andPlaysNoSampleThen() throws IOException {
        var list = Files.writeString(here.resolve("feeds.yaml"), "feeds: []");
        var options = parse("--feeds", "feeds.yaml");

        assertThat(options.feeds()).isEmpty();
        assertThat(options.feedLists()).containsExactly(list);
    }

    @Test
    void namesTheListThatIsNotThere() {
        assertThatThrownBy(() -> parse("--feeds", "gone.yaml"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("the list of feeds gone.yaml is no readable file")
                .hasMessageContaining("YAML");
    }

    @Test
    void resolvesTheDataFolderWhereItWasCalled() {
        assertThat(parse("--data", "elsewhere/../data").data()).isEqualTo(here.resolve("data"));
    }

    @Test
    void findsFreePorts_allDifferent() {
        var ports = parse("--ports", "free").ports();

        assertThat(ports.services().values()).doesNotHaveDuplicates().doesNotContain(ports.broker(), ports.store());
    }

    @Test
    void namesTheFeedThatIsNotThere() {
        assertThatThrownBy(() -> parse("--feed", "gone.xml"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("gone.xml")
                .hasMessageContaining("RSS or Atom");
    }

    @Test
    void namesTheAddressThatIsNone() {
        assertThatThrownBy(() -> parse("--feed", "http://a b"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("http://a b");
    }

    @Test
    void playsAScenario_andNoSampleThen() throws IOException {
        var folder = Files.createDirectories(here.resolve("e2e/scenario/storm"));
        Files.writeString(folder.resolve("scenario.yaml"), "title: Storm");

        var byName = parse("--replay", "storm");
        var byFolder = parse("--replay", "e2e/scenario/storm", "--speed", "60.5");
        var inStep = parse("--replay", "storm", "--speed", "in-step");

        assertThat(byName.feeds()).isEmpty();
        assertThat(byName.replay()).isEqualTo(new ReplayOptions(folder, 600, false));
        assertThat(byFolder.replay()).isEqualTo(new ReplayOptions(folder, 60.5, false));
        assertThat(inStep.replay()).matches(ReplayOptions::inStep);
    }

    @Test
    void saysWhatIsWrongWithAReplay() throws IOException {
        var folder = Files.createDirectories(here.resolve("e2e/scenario/storm"));
        Files.writeString(folder.resolve("scenario.yaml"), "title: Storm");

        assertThatThrownBy(() -> parse("--replay", "calm"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("the scenario calm is neither a folder");
        assertThatThrownBy(() -> parse("--replay", "storm", "--speed", "0.5"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--speed is 0.5, expected a number from 1");
        assertThatThrownBy(() -> parse("--speed", "60"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--speed goes with --replay");
    }

    @Test
    void saysWhichOptionLacksItsValue() {
        assertThatThrownBy(() -> parse("--feed"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--feed lacks its value");
    }

    @Test
    void refusesOptionsAndPortsItDoesNotKnow() {
        assertThatThrownBy(() -> parse("--fed", "x"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("unknown option --fed");
        assertThatThrownBy(() -> parse("--ports", "80"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("expected fixed or free");
    }

    private UpOptions parse(String... arguments) {
        return UpOptions.parse(List.of(arguments), here, here);
    }
}

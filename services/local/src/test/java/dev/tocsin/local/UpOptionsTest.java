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
        sample = Files.writeString(here.resolve("sample.xml"), "<rss/>");
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
        var options = parse("--feed", "sample.xml", "--feed", "https://news.example/rss?a=1,2");

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
        return UpOptions.parse(List.of(arguments), here, sample);
    }
}

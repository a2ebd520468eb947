package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MovedTest {
    private static final URI OWN = URI.create("https://old.example/rss");
    private static final URI TO = URI.create("https://new.example/rss");
    private static final URI ELSEWHERE = URI.create("https://other.example/rss");

    @Test
    void isBelieved_whenThreePollsInARowWereLedToAFeedThere() {
        var twice = Moved.NOWHERE.read(TO).read(TO);
        assertThat(twice.asked(OWN)).isEqualTo(OWN);
        assertThat(twice.read(TO).asked(OWN)).isEqualTo(TO);
    }

    @Test
    void beginsAnew_whenTheTargetChangesOrThePollIsNotLedAnywhere() {
        assertThat(Moved.NOWHERE.read(TO).read(TO).read(ELSEWHERE)).isEqualTo(new Moved(ELSEWHERE, 1));
        assertThat(Moved.NOWHERE.read(TO).read(TO).read(null)).isEqualTo(Moved.NOWHERE);
    }

    @Test
    void staysBelieved_whileTheNewAddressAnswers() {
        var believed = new Moved(TO, 3);
        assertThat(believed.read(null)).isEqualTo(believed);
        assertThat(believed.read(ELSEWHERE).asked(OWN)).isEqualTo(OWN);
        assertThat(believed.failed().asked(OWN)).isEqualTo(OWN);
    }
}

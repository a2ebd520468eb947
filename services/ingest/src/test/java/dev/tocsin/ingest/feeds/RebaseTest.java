package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebaseTest {
    private static final FeedSettings LISTED = new FeedSettings(
            "Courier",
            null,
            new SourceOverride(null, "The Courier", "KZ", null),
            false,
            false,
            List.of("a"),
            "ru",
            FullText.AUTO,
            FeedAccess.OPEN);

    @Test
    void followsTheList_whereNobodyChangedAnything() {
        var now = new FeedSettings(
                "Courier 2",
                Duration.ofMinutes(5),
                new SourceOverride(null, "The Courier", "UZ", null),
                true,
                false,
                List.of("a", "b"),
                "uz",
                FullText.NEVER,
                FeedAccess.OPEN);
        assertThat(new Rebase(LISTED, now, LISTED).settings()).isEqualTo(now);
    }

    @Test
    void keepsWhatPeopleChanged_keyByKey() {
        var mine = LISTED.withTags(List.of("mine")).withSource(new SourceOverride(null, "The Courier", "KZ", "B"));
        var now = LISTED.withTags(List.of("theirs")).withSource(new SourceOverride(null, "Courier", "KZ", "A"));
        var rebased = new Rebase(LISTED, now, mine).settings();
        assertThat(rebased.tags()).containsExactly("mine");
        assertThat(rebased.source()).isEqualTo(new SourceOverride(null, "Courier", "KZ", "B"));
    }

    @Test
    void keepsTheTrustOfTheConfiguration_whateverAListSays() {
        var trusted = FeedSettings.CONFIGURED;
        assertThat(new Rebase(FeedSettings.STANDARD, LISTED, trusted).settings().configured())
                .isTrue();
    }
}

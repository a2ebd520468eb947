package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The five real texts, where they are at hand: they are not ours to copy into this project. */
class SeedFeedTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void readsTheFiveSeeds() throws IOException {
        var root = System.getProperty("tocsin.root", "../..");
        var file = Path.of(root, "..", "shared", "seeds", "feed.xml").normalize();
        assumeThat(file).as("skipped: the seed texts are not at %s", file).exists();

        var parsed = (ParsedFeed.Readable) FeedParser.parse(Files.readAllBytes(file), null);
        var feed = new Feed(
                FeedAddress.ofConfiguration(file.toString(), Path.of("")),
                FeedSettings.CONFIGURED,
                FeedStatus.unknown(NOW),
                NOW);
        var articles = new FeedArticles(feed, parsed, new Limits(200_000), NOW)
                .stream().toList();

        assertThat(articles)
                .extracting(FetchedArticle::externalId)
                .containsExactly("seed-000", "seed-001", "seed-002", "seed-003", "seed-004");
        assertThat(articles).extracting(FetchedArticle::id).doesNotHaveDuplicates();
        assertThat(articles).filteredOn(a -> a.title() == null).hasSize(3);
        assertThat(articles).filteredOn(a -> a.publishedAt() == null).hasSize(2);
        assertThat(articles).allSatisfy(a -> assertThat(a.text())
                .hasSizeGreaterThan(1_000)
                .contains("\n")
                .doesNotContain("<p>")
                .doesNotContain("&#"));
        assertThat(articles).allSatisfy(a -> assertThat(a.source().id()).isEqualTo("seeds.example"));
    }
}

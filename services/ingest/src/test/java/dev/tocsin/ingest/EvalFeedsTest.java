package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.parse.FeedFile;
import dev.tocsin.ingest.parse.FeedParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalFeedsTest {
    @TempDir
    Path folder;

    @Test
    void writesALineForEachFileBelowTheFolder() throws IOException {
        Files.createDirectories(folder.resolve("feeds/deep"));
        Files.write(folder.resolve("feeds/deep/b.xml"), FeedFile.bytes("rss-whole.xml"));
        Files.write(folder.resolve("feeds/a.html"), FeedFile.bytes("html-page.html"));
        var out = folder.resolve("out.jsonl");

        EvalFeeds.run(folder.resolve("feeds"), out);

        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(2);
        var page = Json.mapper().readTree(lines.get(0));
        assertThat(page.path("file").asText()).isEqualTo("a.html");
        assertThat(page.path("ok").asBoolean()).isFalse();
        assertThat(page.path("error").asText()).startsWith("not-a-feed: ");
        assertThat(page.path("entries").isEmpty()).isTrue();
        var feed = Json.mapper().readTree(lines.get(1));
        assertThat(feed.path("file").asText()).isEqualTo("deep/b.xml");
        assertThat(feed.path("ok").asBoolean()).isTrue();
        assertThat(feed.path("feed").path("title").asText()).isEqualTo("Valley Courier");
        assertThat(feed.path("entries").get(0).path("published").asText()).isEqualTo("2022-01-06T19:00:00Z");
        assertThat(feed.path("entries").get(0).path("id").asText()).isEqualTo("courier-17");
    }

    @Test
    void namesEachField_evenWhenItIsUnknown() throws IOException {
        var parsed = FeedParser.parse(FeedFile.bytes("item-with-text-only.xml"), null);
        var entry = Json.mapper()
                .readTree(EvalFeeds.line("x", parsed))
                .path("entries")
                .get(0);
        assertThat(entry.properties().stream().map(p -> p.getKey()))
                .containsExactly("id", "title", "link", "published", "updated", "author", "summary", "content");
        assertThat(entry.path("published").isNull()).isTrue();
        assertThat(entry.path("title").isNull()).isTrue();
    }
}

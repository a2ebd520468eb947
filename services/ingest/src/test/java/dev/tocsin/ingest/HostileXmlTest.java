package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds that want the parser to do more than to read them: it may refuse them or read on, and does nothing else. */
class HostileXmlTest {
    private static final String SECRET = "the-secret-of-this-machine";
    /** More than a document has itself: what it refers to must not come on top of it. */
    private static final int HARMLESS = 10_000;

    @TempDir
    static Path folder;

    static Stream<Arguments> documents() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), SECRET).toUri();
        var x = "x".repeat(50_000);
        return Stream.of(
                Arguments.of("doubles eight times over", entities("<!ENTITY a0 \"ha\">" + doubled(1, 40), "&a39;")),
                Arguments.of("repeats one long entity", entities("<!ENTITY a \"" + x + "\">", "&a;".repeat(50_000))),
                Arguments.of("refers to itself", entities("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;")),
                Arguments.of("includes a file", entities("<!ENTITY a SYSTEM \"" + file + "\">", "&a;")),
                Arguments.of("includes a page", entities("<!ENTITY a SYSTEM \"http://127.0.0.1:1/\">", "&a;")),
                Arguments.of("includes by parameter", entities("<!ENTITY % a SYSTEM \"" + file + "\">%a;", "x")),
                Arguments.of("has an external DTD", rss("<!DOCTYPE rss SYSTEM \"" + file + "\">", "x")),
                Arguments.of("has a public DTD", rss("<!DOCTYPE rss PUBLIC \"-//X//Y\" \"http://127.0.0.1:1/\">", "x")),
                Arguments.of(
                        "includes by XInclude",
                        rss(
                                "",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"" + file
                                        + "\"/>")),
                Arguments.of("has a stylesheet", "<?xml-stylesheet href=\"" + file + "\"?>" + rss("", "x")),
                Arguments.of(
                        "has a schema",
                        rss("", "x")
                                .replace(
                                        "<rss",
                                        "<rss xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\""
                                                + file + "\"")),
                Arguments.of("is deeper than any stack", rss("", "<a>".repeat(100_000))),
                Arguments.of("has attributes without end", rss("", "<a " + attributes(20_000) + "/>")),
                Arguments.of(
                        "has namespaces without end",
                        rss("", "<a " + attributes(20_000).replace("a", "xmlns:a") + "/>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isReadOrRefused_andDoesNothingElse_whenIt(String name, String document) {
        var parsed = FeedParser.parse(document.getBytes(StandardCharsets.UTF_8), "application/rss+xml");
        switch (parsed) {
            case Unreadable(var failure, var reason) ->
                assertThat(reason).isNotBlank().doesNotContain(SECRET);
            case Readable readable ->
                assertThat(readable.toString()).doesNotContain(SECRET).hasSizeLessThan(document.length() + HARMLESS);
        }
    }

    @Test
    void readsTheSameFeed_whenNothingIsWrongWithIt() {
        var parsed = FeedParser.parse(rss("", "plain").getBytes(StandardCharsets.UTF_8), null);
        assertThat(parsed).isInstanceOf(Readable.class);
        assertThat(parsed.toString()).contains("plain");
    }

    private static String entities(String declarations, String content) {
        return rss("<!DOCTYPE rss [" + declarations + "]>", content);
    }

    private static String rss(String doctype, String content) {
        return doctype + "<rss version=\"2.0\"><channel><title>t</title><link>https://x.example/</link>"
                + "<item><title>i</title><description>" + content + "</description></item></channel></rss>";
    }

    private static String doubled(int from, int to) {
        var entities = new StringBuilder();
        for (int i = from; i < to; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        return entities.toString();
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("a").append(i).append("=\"v\" ");
        }
        return attributes.toString();
    }
}

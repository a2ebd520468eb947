package dev.tocsin.ingest.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Feeds as news sites publish them: fifty items, each with its whole text, in several languages. */
final class BenchFeeds {
    private static final int FEEDS = 20;
    private static final int ITEMS = 50;
    private static final String[] WORDS = {
        "bridge",
        "council",
        "harbour",
        "strike",
        "minister",
        "river",
        "evening",
        "closed",
        "protest",
        "region",
        "мост",
        "город",
        "вечер",
        "совет",
        "закрыт",
        "область",
        "қала",
        "көпір",
        "città",
        "ponte",
        "perché",
        "región",
        "Straße",
        "fermé",
        "après",
        "the",
        "and",
        "of",
        "in",
        "to",
        "на",
        "по",
        "и",
        "di",
        "la",
        "de"
    };

    private BenchFeeds() {}

    static void write(Path folder) {
        var random = new Random(17);
        try {
            for (int i = 0; i < FEEDS; i++) {
                Files.writeString(
                        folder.resolve("feed-%02d.xml".formatted(i)), i % 4 == 3 ? atom(random) : rss(random));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rss(Random random) {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
                .append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n")
                .append("<channel>\n<title>Valley Courier</title>\n<link>https://www.courier.example/</link>\n")
                .append("<atom:link rel=\"self\" href=\"https://www.courier.example/rss\"/>\n<ttl>15</ttl>\n");
        for (int i = 0; i < ITEMS; i++) {
            feed.append("<item>\n<title>").append(words(random, 9)).append("</title>\n");
            feed.append("<link>https://www.courier.example/2022/").append(i).append("?a=1&amp;b=2</link>\n");
            feed.append("<guid isPermaLink=\"false\">")
                    .append(random.nextLong())
                    .append("</guid>\n");
            feed.append("<pubDate>Thu, 06 Jan 2022 %02d:%02d:00 +0600</pubDate>\n".formatted(i % 24, i));
            feed.append("<dc:creator>Ada Quill</dc:creator>\n<category>News</category>\n");
            feed.append("<description>").append(words(random, 30)).append("</description>\n");
            feed.append("<content:encoded><![CDATA[").append(html(random)).append("]]></content:encoded>\n</item>\n");
        }
        return feed.append("</channel>\n</rss>\n").toString();
    }

    private static String atom(Random random) {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>Valley Courier</title>\n");
        for (int i = 0; i < ITEMS; i++) {
            feed.append("<entry>\n<title>").append(words(random, 9)).append("</title>\n");
            feed.append("<link href=\"https://www.courier.example/2022/")
                    .append(i)
                    .append("\"/>\n");
            feed.append("<id>tag:courier.example,2022:")
                    .append(random.nextLong())
                    .append("</id>\n");
            feed.append("<updated>2022-01-06T%02d:%02d:00+06:00</updated>\n".formatted(i % 24, i));
            feed.append("<author><name>Ada Quill</name></author>\n<content type=\"html\">");
            feed.append(html(random).replace("<", "&lt;").replace(">", "&gt;")).append("</content>\n</entry>\n");
        }
        return feed.append("</feed>\n").toString();
    }

    /** Some 3,000 characters, as the body of a news item has. */
    private static String html(Random random) {
        var html = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            html.append("<p>")
                    .append(words(random, 25))
                    .append(" <a href=\"/tag/")
                    .append(i)
                    .append("\">");
            html.append(words(random, 2))
                    .append("</a> <em>")
                    .append(words(random, 3))
                    .append("</em> ");
            html.append(words(random, 25)).append(".</p>\n");
        }
        return html.append("<img src=\"/photo.jpg\" alt=\"\">").toString();
    }

    private static String words(Random random, int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}

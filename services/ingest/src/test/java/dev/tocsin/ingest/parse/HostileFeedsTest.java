package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs made to be slow: what is read in one pass is read in one pass whatever it is made of. */
class HostileFeedsTest {
    private static final int UNITS = 2_000_000;

    /** A hundred times what an honest feed of that length takes, and a thousandth of what a quadratic search would. */
    private static final Duration BOUND = Duration.ofSeconds(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<a",
                "<a ",
                "<a>",
                "</a",
                "</a>",
                "<!",
                "<!--",
                "<!-- ",
                "<?",
                "<?x ",
                "<![CDATA[",
                "<!DOCTYPE ",
                "<!DOCTYPE a [<!ENTITY ",
                "<!ENTITY a \"b\">",
                "&",
                "&a",
                "&a;",
                "&#",
                "&#x",
                "&#1",
                "&amp;",
                "<a b=\"",
                "<a b='",
                "<a b=",
                "<a b=c ",
                "<a b",
                " b=\"c\"",
                "<item>",
                "<item/>",
                "<title>",
                "<item><title>",
                "</item>",
                "<item><title>a</b></title>",
                "<entry xml:base='a/b/../'>",
                "<x xmlns='a'>",
                "<a:b xmlns:a='c'/>",
                "<link>..</link>",
                "<link href='../a'/>",
                "<description><p>",
                "<item><pubDate>1",
                "<guid>x</guid>",
                "Ã©",
                "\uFEFF",
                "\u0000",
                "\u0007",
                "\r",
                "]]>",
                "\"",
                "'",
                "<br>",
                "<p>",
                "<category>a</category>",
                "<enclosure url='a'/>",
                "<media:group>",
                "<html>",
                "<dc:creator>a</dc:creator>"
            })
    void isReadInOnePass(String part) {
        for (var frame :
                new String[] {"%s", "<rss><channel>%s", "<rss><channel><item>%s", "<rss><channel><item><title>%s"}) {
            var text = frame.replace("%s", part.repeat(UNITS / part.length()));
            assertThat(timeOf(text.getBytes(StandardCharsets.UTF_8))).as(frame).isLessThan(BOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{\"a\":", "{\"items\":[", "{\"items\":[{},", "{\"version\":\"", "{\"items\":[{\"id\":\""})
    void isReadInOnePass_whenItIsJson(String part) {
        var text = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + part.repeat(UNITS / part.length());
        assertThat(timeOf(text.getBytes(StandardCharsets.UTF_8))).isLessThan(BOUND);
    }

    @Test
    void isReadInOnePass_whenAllNamesDiffer() {
        var text = new StringBuilder("<rss><channel><item>");
        for (int i = 0; text.length() < UNITS; i++) {
            text.append("<a")
                    .append(i)
                    .append(" b")
                    .append(i)
                    .append("='c' xmlns:n")
                    .append(i % 300)
                    .append("='u'></z>");
        }
        assertThat(timeOf(text.toString().getBytes(StandardCharsets.UTF_8))).isLessThan(BOUND);
    }

    @Test
    void isReadInOnePass_whenElementsCloseInTheWrongOrder() {
        var text = new StringBuilder("<rss><channel><item>");
        for (int i = 0; i < 200; i++) {
            text.append("<a").append(i).append('>');
        }
        while (text.length() < UNITS) {
            text.append("</nothing>");
        }
        assertThat(timeOf(text.toString().getBytes(StandardCharsets.UTF_8))).isLessThan(BOUND);
    }

    @Test
    void isReadInOnePass_whenItIsNoText() {
        var random = new Random(5);
        for (int i = 0; i < 8; i++) {
            var bytes = new byte[UNITS];
            random.nextBytes(bytes);
            bytes[0] = (byte) (i % 2 == 0 ? '<' : '{');
            assertThat(timeOf(bytes)).isLessThan(BOUND);
        }
    }

    /** Of this thread's own work, whatever else the machine does meanwhile. */
    private static Duration timeOf(byte[] body) {
        var work = ManagementFactory.getThreadMXBean();
        long start = work.getCurrentThreadCpuTime();
        assertThat(FeedParser.parse(body, null, "https://www.courier.example/rss"))
                .isNotNull();
        return Duration.ofNanos(work.getCurrentThreadCpuTime() - start);
    }
}

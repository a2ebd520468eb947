package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.parse.FeedParser;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Thousands of refusals leave nothing behind: if each kept its address or its document, the heap would show it. */
class HostileMemoryIT {
    /** Less than half of what the addresses weigh and a tenth of what the documents do; code and caches that warm up take less. */
    private static final long FLAT = 8L * 1024 * 1024;

    private static final int LENGTH = 1_900;
    private static final int ADDRESSES = 12_000;
    private static final int DOCUMENTS = 1_000;

    @Test
    void staysFlat_whenAddressesAreRefused() {
        var web = HostileWeb.impatient();
        try {
            var path = "/" + "x".repeat(LENGTH);
            staysFlat(ADDRESSES, i -> {
                var host = "10.%d.%d.1".formatted(i >> 8 & 0xFF, i & 0xFF);
                assertThat(web.stranger("http://" + host + path + i).reason()).contains("not of the public Internet");
            });
        } finally {
            web.close();
        }
    }

    @Test
    void staysFlat_whenDocumentsAreRefused() {
        var long50 = "x".repeat(50_000);
        staysFlat(DOCUMENTS, i -> {
            var bomb =
                    "<!DOCTYPE rss [<!ENTITY a" + i + " \"" + long50 + "\"><!ENTITY b \"&a" + i + ";&a" + i + ";\">]>"
                            + "<rss><channel><item><title>" + i + "</title><description>" + "&b;".repeat(1_000)
                            + "</description></item></channel></rss>";
            assertThat(FeedParser.parse(bomb.getBytes(StandardCharsets.UTF_8), null))
                    .isNotNull();
            var deep = "<rss><channel><item><title>" + i + long50 + "</title>" + ("<a" + i + ">").repeat(300);
            assertThat(FeedParser.parse(deep.getBytes(StandardCharsets.UTF_8), null)
                            .toString())
                    .contains("deeper");
        });
    }

    private static void staysFlat(int times, IntConsumer refusal) {
        for (int i = 0; i < times / 4; i++) {
            refusal.accept(i);
        }
        long before = HostileWeb.liveHeap();
        for (int i = times / 4; i < times; i++) {
            refusal.accept(i);
        }
        assertThat(HostileWeb.liveHeap() - before).isLessThan(FLAT);
    }
}

package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.reading.PageReader;
import dev.tocsin.ingest.reading.PageReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FullTextTest {
    private static final Instant NOW = Instant.parse("2022-01-07T08:00:00Z");
    private static final Limits LIMITS = new Limits(10_000);
    private static final String PARAGRAPH = "Cranes stand still in the old port. ";
    private static final String WHOLE = PARAGRAPH.repeat(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "…",
                "...",
                "[…]",
                "[...]",
                " Read more",
                " Read more »",
                " Continue reading The old port",
                " Читать далее",
                " Подробнее…",
                " Leggi tutto",
                " Lire la suite",
                " Weiterlesen",
                " Leer más",
                " 阅读全文",
                " اقرأ المزيد"
            })
    void needsThePage_whenTheTextSaysThatItGoesOn(String ending) {
        assertThat(auto(WHOLE + ending, WHOLE)).isTrue();
    }

    @Test
    void needsThePage_whenTheTextIsShortOrTheFeedsTextsAre() {
        assertThat(auto("", WHOLE)).isTrue();
        assertThat(auto(PARAGRAPH, WHOLE)).isTrue();
        assertThat(auto(PARAGRAPH.repeat(20), PARAGRAPH.repeat(10))).isTrue();
    }

    @Test
    void needsNoPage_whenTheTextIsWhole() {
        assertThat(auto(WHOLE, WHOLE)).isFalse();
        assertThat(auto(WHOLE, PARAGRAPH)).isFalse();
        assertThat(auto(PARAGRAPH.repeat(20), WHOLE)).isFalse();
        assertThat(auto(WHOLE + " He said: Further details will follow.", WHOLE))
                .isFalse();
    }

    @Test
    void obeysTheDesk_asFarAsThereIsAPage() {
        var whole = item("t", WHOLE, null);
        assertThat(new FullTextNeed(FullText.ALWAYS, List.of(whole)).of(whole)).isTrue();
        assertThat(new FullTextNeed(FullText.NEVER, List.of(whole)).of(item("t", "", null)))
                .isFalse();
        assertThat(new FullTextNeed(FullText.ALWAYS, List.of()).of(item("t", "", null, "https://courier.example/")))
                .isFalse();
        assertThat(new FullTextNeed(FullText.ALWAYS, List.of()).of(item("t", "", null, null)))
                .isFalse();
    }

    @Test
    void takesTheLongerText_andWhatTheFeedLacks() {
        var published = NOW.minusSeconds(600);
        var page = new PageReading.Readable("u", null, "The page's title", WHOLE, published, false);
        var merged = FullTextCompletion.merged(item("Feed's title", PARAGRAPH, null), page, LIMITS);
        assertThat(merged.title()).isEqualTo("Feed's title");
        assertThat(merged.text()).isEqualTo(WHOLE.strip());
        assertThat(merged.summary()).isEqualTo(PARAGRAPH);
        assertThat(merged.publishedAt()).isEqualTo(published);
        assertThat(FullTextCompletion.merged(item(null, PARAGRAPH, NOW), page, LIMITS))
                .satisfies(a -> assertThat(a.title()).isEqualTo("The page's title"))
                .satisfies(a -> assertThat(a.publishedAt()).isEqualTo(NOW));
        assertThat(FullTextCompletion.merged(item("t", WHOLE + WHOLE, null), page, LIMITS)
                        .text())
                .isEqualTo(WHOLE + WHOLE);
        assertThat(FullTextCompletion.merged(item("t", "", null), page, new Limits(10))
                        .text())
                .hasSize(10);
    }

    @Test
    void believesTheAddressThatThePageNamesAsItsOwn_withinItsSite() {
        var item = item("t", "", null, "https://courier.example/n/17?from=feed");
        assertThat(canonical(item, "https://www.courier.example/news/port-closed", false))
                .isEqualTo("https://courier.example/news/port-closed");
        assertThat(canonical(item, "https://herald.example/port-closed", false))
                .isEqualTo(canonical(item, null, false));
        assertThat(canonical(item, "https://courier.example/news/port-closed", true))
                .isEqualTo(item.canonicalUrl());
    }

    private static String canonical(FetchedArticle item, String named, boolean wall) {
        var page = new PageReading.Readable("https://courier.example/x", named, "t", WHOLE, null, wall);
        return FullTextCompletion.merged(item, page, LIMITS).canonicalUrl();
    }

    @Test
    void takesNothing_whenAWallIsInFront_orTheDateCannotBe() {
        var wall = new PageReading.Readable("u", null, "Subscribe", WHOLE, NOW, true);
        assertThat(FullTextCompletion.merged(item(null, PARAGRAPH, null), wall, LIMITS))
                .isEqualTo(item(null, PARAGRAPH, null));
        var tomorrow = new PageReading.Readable("u", null, "t", "", NOW.plus(Duration.ofDays(9)), false);
        assertThat(FullTextCompletion.merged(item("t", "", null), tomorrow, LIMITS)
                        .publishedAt())
                .isNull();
    }

    @Test
    void completesWhatNeedsIt_inItsOrder() {
        var articles = List.of(
                item("whole", WHOLE, null), item("short", "", null), item("broken", "", null, "https://b.example/x"));
        PageReader pages = url -> {
            if (url.contains("b.example")) {
                throw new IllegalStateException("a mistake of the reader");
            }
            return new PageReading.Readable(url, null, null, WHOLE + WHOLE, null, false);
        };
        var need = new FullTextNeed(FullText.AUTO, Collections.nCopies(5, articles.getFirst()));
        assertThat(new FullTextCompletion(need, pages, LIMITS, Duration.ofSeconds(10)).complete(articles))
                .extracting(a -> a.title() + " " + a.text().length())
                .containsExactly("whole " + WHOLE.length(), "short " + (2 * WHOLE.length() - 1), "broken 0");
    }

    @Test
    void doesNotWaitForPagesThatHang() {
        var never = new CountDownLatch(1);
        PageReader hanging = url -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new PageReading.Unknown("never");
        };
        var need = new FullTextNeed(FullText.ALWAYS, List.of());
        var short1 = item("short", "", null);
        assertThat(new FullTextCompletion(need, hanging, LIMITS, Duration.ofMillis(200)).complete(List.of(short1)))
                .containsExactly(short1);
    }

    private static boolean auto(String text, String others) {
        var article = item("t", text, null);
        return new FullTextNeed(FullText.AUTO, List.of(article, item("o", others, null), item("p", others, null)))
                .of(article);
    }

    private static FetchedArticle item(@Nullable String title, String text, @Nullable Instant published) {
        return item(title, text, published, "https://courier.example/port-7");
    }

    private static FetchedArticle item(
            @Nullable String title, String text, @Nullable Instant published, @Nullable String url) {
        return new FetchedArticle(
                "a",
                1,
                url,
                url,
                null,
                title,
                text,
                null,
                null,
                published,
                NOW,
                false,
                "f",
                new Source("s", "S", null, null),
                Origin.UNKNOWN,
                List.of(),
                null);
    }
}

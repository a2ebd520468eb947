package dev.tocsin.archive;

import static dev.tocsin.archive.Queries.all;
import static dev.tocsin.archive.Queries.articles;
import static dev.tocsin.archive.Queries.filter;
import static dev.tocsin.archive.Queries.ids;
import static dev.tocsin.archive.Queries.json;
import static dev.tocsin.archive.Queries.ofStory;
import static dev.tocsin.archive.Queries.revised;
import static dev.tocsin.archive.Queries.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.archive.query.Position;
import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do with articles. */
interface ArticleContract {
    Instant AT = Samples.AT;

    Store store();

    @Test
    default void givesBackAnArticleUnchanged() {
        var article = Samples.article("a1", 1, AT);

        assertThat(store().saveArticles(List.of(article))).isEmpty();

        assertThat(store().article("a1")).contains(json(article));
        assertThat(store().article("a2")).isEmpty();
    }

    @Test
    default void keepsTheHigherRevision_whateverComesFirst() {
        for (int revision : new int[] {2, 1, 3, 3, 2}) {
            store().saveArticles(List.of(revised(revision)));
        }
        store().saveArticles(List.of(revised(5), revised(4)));

        assertThat(store().article("a1")).contains(json(revised(5)));
        assertThat(titles(all(store()))).containsExactly("Title 5");
        assertThat(store().counts().articles()).isEqualTo(1);
    }

    @Test
    default void saysWhatChanged_ofTheRevisionThatIsShown() {
        store().saveArticles(List.of(revised(1)));
        var vanished = new ArticleChange(ArticleChange.VANISHED, null, "HTTP status 404");
        var edited = Samples.changed(revised(2), vanished);

        store().saveArticles(List.of(edited));

        assertThat(store().article("a1")).contains(json(edited));
        assertThat(store().article("a1").orElseThrow().at("/changed/0/after").asText())
                .isEqualTo("HTTP status 404");
    }

    @Test
    default void changesNothing_whenARevisionComesAgainWithOtherWords() {
        store().saveArticles(List.of(revised(2)));

        store().saveArticles(List.of(Samples.article("a1", 2, AT, "en", "other", "Forged", "Forged")));

        assertThat(store().article("a1")).contains(json(revised(2)));
        assertThat(titles(all(store()))).containsExactly("Title 2");
    }

    @Test
    default void listsAnArticleAnew_whenItsTimeAndTopicChange() {
        store().saveArticles(List.of(Samples.article("a1", 1, AT), Samples.article("a2", 1, AT.plusSeconds(1))));

        store().saveArticles(List.of(Samples.article("a1", 2, AT.plusSeconds(2), "it", "csto-deployment", "T", "t")));

        assertThat(ids(all(store()))).containsExactly("a1", "a2");
        assertThat(ids(store().articles(articles("protests", null, 10)))).containsExactly("a2");
    }

    @Test
    default void listsArticlesWithAnExcerptInPlaceOfTheirText() {
        store().saveArticles(List.of(Samples.article("a1", 1, null, "it", "protests", "T", "parola ".repeat(100))));

        var item = all(store()).items().getFirst();

        assertThat(item.has("text")).isFalse();
        assertThat(item.get("excerpt").asText()).startsWith("parola parola").hasSizeLessThanOrEqualTo(280);
        assertThat(item.get("eventTime").asText()).isEqualTo("2022-01-06T20:00:00.123456789Z");
        assertThat(item.get("publishedAt").isNull()).isTrue();
        assertThat(item.get("topics").get(0).get("evidence").get(0).get("end").asInt())
                .isEqualTo(8);
    }

    @Test
    default void filtersArticles() {
        store().saveArticles(List.of(
                Samples.article("it", 1, AT, "it", "protests", "Proteste ad Almaty", "La città"),
                Samples.article("ru", 1, AT.plusSeconds(10), "ru", "protests", "Протесты", "АЛМАТЫ, сегодня"),
                Samples.article("zh", 1, AT.plusSeconds(20), "zh-Hans", "csto-deployment", "集安组织", "维和部队")));

        assertThat(ids(store().articles(articles("protests", null, 10)))).containsExactly("ru", "it");
        assertThat(ids(store().articles(filter("zh-hans", null, null, null)))).containsExactly("zh");
        assertThat(ids(store().articles(filter(null, "ru.example", null, null))))
                .containsExactly("ru");
        assertThat(ids(store().articles(filter(null, null, AT.plusSeconds(10), null))))
                .containsExactly("zh", "ru");
        assertThat(ids(store().articles(filter(null, null, null, AT.plusSeconds(10)))))
                .containsExactly("it");
    }

    @Test
    default void findsTheArticlesOfAStory_whicheverOfThemArrivedFirst() {
        store().saveStories(List.of(Samples.story("s1", 1, AT, Story.State.OPEN, "a1", "a3")));
        assertThat(ids(store().articles(ofStory("s1")))).isEmpty();

        store().saveArticles(IntStream.rangeClosed(1, 4)
                .mapToObj(i -> Samples.article("a" + i, 1, AT.plusSeconds(i)))
                .toList());

        assertThat(ids(store().articles(ofStory("s1")))).containsExactly("a3", "a1");
        assertThat(ids(store().articles(ofStory("s2")))).isEmpty();
    }

    @Test
    default void pagesThroughArticlesOfOneTimeExactlyOnce_whileOthersArrive() {
        store().saveArticles(IntStream.range(0, 250)
                .mapToObj(i -> Samples.article("old%03d".formatted(i), 1, AT.plusSeconds(i / 40)))
                .toList());
        var seen = new ArrayList<String>();
        Position after = null;
        int arrived = 0;
        do {
            var slice = store().articles(articles(null, after, 30));
            seen.addAll(ids(slice));
            after = slice.next();
            store().saveArticles(List.of(Samples.article("new" + arrived++, 1, AT.plusSeconds(100))));
        } while (after != null);

        assertThat(seen).hasSize(250).doesNotHaveDuplicates().allMatch(id -> id.startsWith("old"));
        assertThat(arrived).isEqualTo(9);
    }

    @Test
    default void endsAList_whenThePageIsJustFull() {
        store().saveArticles(List.of(Samples.article("a1", 1, AT), Samples.article("a2", 1, AT)));

        assertThat(store().articles(articles(null, null, 2)).next()).isNull();
        assertThat(store().articles(articles(null, null, 1)).next()).isNotNull();
    }
}

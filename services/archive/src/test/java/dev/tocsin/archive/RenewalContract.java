package dev.tocsin.archive;

import static dev.tocsin.archive.Queries.articles;
import static dev.tocsin.archive.Queries.ids;
import static dev.tocsin.archive.Queries.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Reclassify;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store must do with articles that are classified anew. Stored articles were met with version 3 of {@code protests}. */
interface RenewalContract {
    Store store();

    ArticleRenewals renewals();

    Instant AT = Samples.AT;

    @Test
    default void takesTheNewHitOfTheOneTopic_andLeavesTheRestAsItCame() throws Exception {
        store().saveArticles(List.of(Samples.article("a1", 1, AT)));
        store().saveArticles(List.of(anew("a1", 1, "protests", 4, "protests", "floods")));

        var stored = store().article("a1").orElseThrow();
        assertThat(stored.at("/topics/0/topic").asText()).isEqualTo("protests");
        assertThat(stored.at("/topics/0/version").asInt()).isEqualTo(4);
        assertThat(stored.path("topics")).as("nobody asked for floods").hasSize(1);
        assertThat(stored.path("replay").asBoolean()).isFalse();
        assertThat(stored.path("reclassify").isNull()).isTrue();
        assertThat(stored.at("/reclassified/0/version").asInt()).isEqualTo(4);
        var article = Json.read(Json.write(stored), ClassifiedArticle.class);
        var before = Samples.article("a1", 1, AT);
        assertThat(article.detected()).isEqualTo(before.detected());
        assertThat(article.classifiedAt()).isEqualTo(before.classifiedAt());
        assertThat(article.claims()).isEqualTo(before.claims());
        assertThat(effect("a1")).isEqualTo(ArticleRenewals.Effect.CHANGED);
    }

    @Test
    default void findsAnArticleUnderATopicThatItEntered_andNoLongerUnderOneThatItLeft() {
        store().saveArticles(List.of(Samples.article("a1", 1, AT), Samples.article("a2", 1, AT)));
        store().saveArticles(List.of(anew("a1", 1, "floods", 1, "protests", "floods"), anew("a2", 1, "protests", 4)));

        assertThat(ids(store().articles(articles("floods", null, 10)))).containsExactly("a1");
        assertThat(ids(store().articles(articles("protests", null, 10)))).containsExactly("a1");
        assertThat(effect("a1")).isEqualTo(ArticleRenewals.Effect.ENTERED);
        assertThat(effect("a2")).isEqualTo(ArticleRenewals.Effect.LEFT);
        assertThat(store().hits("protests")).isEqualTo(1);
    }

    @Test
    default void readsWhatWasNotReadBefore_whenAnArticleHadNoTopic() {
        store().saveArticles(List.of(without(Samples.article("a1", 1, AT))));
        store().saveArticles(List.of(anew("a1", 1, "protests", 4, "protests")));
        assertThat(store().article("a1").orElseThrow().path("claims")).hasSize(1);
    }

    @Test
    default void changesNothing_whenTheAnswerComesAgainOrFromAnOlderPack() {
        store().saveArticles(List.of(Samples.article("a1", 1, AT)));
        store().saveArticles(List.of(anew("a1", 1, "protests", 5)));
        var left = store().article("a1").orElseThrow();

        store().saveArticles(List.of(anew("a1", 1, "protests", 5)));
        store().saveArticles(List.of(anew("a1", 1, "protests", 4, "protests")));
        store().saveArticles(List.of(anew("a1", 1, "protests", 0, "protests")));
        store().saveArticles(List.of(Samples.article("a1", 1, AT)));

        assertThat(store().article("a1")).contains(left);
        assertThat(ids(store().articles(articles("protests", null, 10)))).isEmpty();
    }

    @Test
    default void leavesALaterRevisionAlone() {
        store().saveArticles(List.of(Samples.article("a1", 1, AT), Samples.article("a2", 1, AT)));
        store().saveArticles(List.of(
                anew("a1", 1, "protests", 4), Samples.article("a1", 2, AT), anew("a2", 1, "protests", 4)));

        assertThat(store().article("a1")).contains(json(Samples.article("a1", 2, AT)));
        assertThat(ids(store().articles(articles("protests", null, 10)))).containsExactly("a1");
        assertThat(renewals().answers(List.of("a1", "nowhere")))
                .containsOnlyKeys("a1")
                .extractingByKey("a1")
                .extracting(ArticleRenewals.Answer::revision)
                .isEqualTo(2L);
    }

    @Test
    default void saysWhichOfAMixedBatchCannotBeKept() {
        var rejections = store().saveArticles(List.of(
                anew("a1", 1, "protests", 4), Samples.article("x".repeat(600), 1, AT), Samples.article("a1", 1, AT)));
        assertThat(rejections).extracting(Rejection::index).containsExactly(1);
    }

    @Test
    default void goesThroughTheArticlesOfASpan_oldestFirst() {
        var batch = new ArrayList<ClassifiedArticle>();
        for (int i = 0; i < 5; i++) {
            batch.add(Samples.article("a" + i, 1, AT.plusSeconds(i / 2)));
        }
        store().saveArticles(batch);
        var end = AT.plusSeconds(2);
        assertThat(renewals().count(null, end)).isEqualTo(4);
        assertThat(renewals().count(AT.plusMillis(500), end)).isEqualTo(2);
        var wanted = new Reclassify("job", "protests", 4, false);
        var first = renewals().find(null, end, wanted, null, 3);
        assertThat(first).extracting(ArticleRenewals.Dated::id).containsExactly("a0", "a1", "a2");
        assertThat(renewals().find(null, end, wanted, first.getLast().position(), 3))
                .extracting(ArticleRenewals.Dated::id)
                .containsExactly("a3");
        assertThat(renewals().whole(first))
                .extracting(w -> w.path("text").asText())
                .containsExactlyInAnyOrder("Il testo di a0", "Il testo di a1", "Il testo di a2");

        store().saveArticles(
                        List.of(anew("a0", 1, "protests", 4), anew("a1", 1, "protests", 3), anew("a2", 1, "x", 4)));
        assertThat(renewals().find(null, end, wanted, null, 3))
                .extracting(ArticleRenewals.Dated::isDone)
                .containsExactly(true, false, false);
    }

    @Test
    default void gathersWhatTheDeskThinksOfATopicsStories() {
        store().saveVerdicts(List.of(
                Samples.verdict("v1", "s1", Verdict.Kind.RELEVANT, AT),
                Samples.verdict("v2", "s2", Verdict.Kind.IRRELEVANT, AT.plusSeconds(1)),
                Samples.verdict("v3", "s3", Verdict.Kind.MUTED, AT)));
        assertThat(store().judgements("protests"))
                .extracting(j -> j.story() + " " + j.relevant())
                .containsExactly("s2 false", "s1 true");
        assertThat(store().judgements("floods")).isEmpty();
    }

    private ArticleRenewals.Effect effect(String id) {
        return renewals().answers(List.of(id)).get(id).effect();
    }

    private static ClassifiedArticle without(ClassifiedArticle article) {
        ObjectNode json = json(article);
        for (var list : List.of("topics", "actors", "places", "claims", "reactions", "signature")) {
            json.putArray(list);
        }
        return read(json);
    }

    /** What classify answers to an article that it was sent again: the topics that it has now. */
    static ClassifiedArticle anew(String id, int revision, String topic, int version, String... topics) {
        ObjectNode json = json(Samples.article(id, revision, AT));
        json.put("replay", true);
        json.set("reclassify", Json.mapper().valueToTree(new Reclassify("job", topic, version, false)));
        json.put("classifiedAt", AT.plusSeconds(99).toString());
        var hits = json.putArray("topics");
        for (var hit : topics) {
            hits.addPOJO(new TopicHit(hit, hit.equals(topic) ? Math.max(1, version) : 3, 0.9, List.of()));
        }
        return read(json);
    }

    private static ClassifiedArticle read(ObjectNode json) {
        try {
            return Json.read(Json.write(json), ClassifiedArticle.class);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }
}

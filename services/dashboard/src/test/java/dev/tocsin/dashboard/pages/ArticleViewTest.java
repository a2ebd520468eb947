package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import dev.tocsin.dashboard.words.Speech;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleViewTest {
    private static final Speech ENGLISH = new Catalogue().speech(Language.ENGLISH, "story");
    private static final Map<String, String> NAMES = Map.of("protests", "Protests", "csto", "CSTO");
    private static final String ARTICLE =
            """
            {"id":"a","revision":1,"url":"%s","title":%s,"text":"Crowds gather in the square",
             "fetchedAt":"2022-01-05T12:00:00Z","source":{"id":"wire.example","name":"Steppe Wire","country":"KZ",
             "reliability":"B"},"language":{"tag":"en","confidence":0.9},"classifiedAt":"2022-01-05T12:00:01Z",
             "topics":[
              {"topic":"protests","version":1,"score":0.805,"evidence":[
                {"signal":"crowd","field":"text","start":0,"end":13,"term":"crowd*"},
                {"signal":"crowd","field":"title","start":0,"end":3,"term":"big"}]},
              {"topic":"csto","version":1,"score":0.5,"evidence":[
                {"signal":"where","field":"text","start":7,"end":27,"term":"square"}]}]}""";

    private static ClassifiedArticle article(String url, String title) throws Exception {
        return Json.read(ARTICLE.formatted(url, title).getBytes(), ClassifiedArticle.class);
    }

    @Test
    void coloursEachTopic_andNamesWhatIsShared() throws Exception {
        var view = ArticleView.of(article("https://wire.example/1", "\"Big crowd\""), NAMES, ENGLISH);

        assertThat(view.text())
                .containsExactly(
                        new ArticleView.Shown("Crowds ", 1, false, "", "Protests: crowd (crowd*)"),
                        new ArticleView.Shown("gather", 1, true, "", "Protests: crowd (crowd*) · CSTO: where (square)"),
                        new ArticleView.Shown(" in the square", 2, false, "", "CSTO: where (square)"));
        assertThat(view.title().getFirst())
                .isEqualTo(new ArticleView.Shown("Big", 1, false, "", "Protests: crowd (big)"));
        assertThat(view.topics())
                .containsExactly(
                        new ArticleView.Topic("protests", "Protests", 1, 81, 2),
                        new ArticleView.Topic("csto", "CSTO", 2, 50, 1));
    }

    @Test
    void marksOneTopicOnly_onTheStorysPage() throws Exception {
        var view = ArticleView.of(article("https://wire.example/1", "\"Big crowd\""), "csto", NAMES, ENGLISH);

        assertThat(view.text())
                .filteredOn(ArticleView.Shown::marked)
                .extracting(ArticleView.Shown::text)
                .containsExactly("gather in the square");
    }

    @Test
    void saysThatThereIsNoTitle_andLinksNothingUnsafe() throws Exception {
        var view = ArticleView.of(article("javascript:alert(1)", "null"), Map.of(), ENGLISH);

        assertThat(view.title()).containsExactly(new ArticleView.Shown("(no title)", 0, false, "", ""));
        assertThat(view.link()).isNull();
        assertThat(view.sourceNote()).isEqualTo("KZ, reliability B");
        assertThat(view.times().getFirst().text()).isEqualTo("unknown");
    }
}

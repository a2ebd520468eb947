package dev.tocsin.dashboard;

import dev.tocsin.dashboard.pages.ArticleView;
import dev.tocsin.dashboard.pages.FeedRow;
import dev.tocsin.dashboard.pages.SearchView;
import dev.tocsin.dashboard.pages.StatusView;
import dev.tocsin.dashboard.pages.StoryView;
import dev.tocsin.dashboard.pages.TopicView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages, checked against their values when the module is built. */
@CheckedTemplate(basePath = "")
final class Templates {
    private Templates() {}

    static native TemplateInstance board();

    static native TemplateInstance story(StoryView story);

    static native TemplateInstance article(ArticleView article);

    static native TemplateInstance articles(SearchView search);

    static native TemplateInstance feeds(
            List<FeedRow> rows, String url, @Nullable String error, @Nullable String added, @Nullable String trouble);

    static native TemplateInstance topics(List<TopicView> rows, @Nullable String trouble);

    static native TemplateInstance topic(TopicView topic);

    static native TemplateInstance status(StatusView status);

    static native TemplateInstance error(int status, String title, String detail);
}

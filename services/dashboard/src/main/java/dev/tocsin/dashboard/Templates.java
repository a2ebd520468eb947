package dev.tocsin.dashboard;

import dev.tocsin.dashboard.pages.ArticleView;
import dev.tocsin.dashboard.pages.BesideView;
import dev.tocsin.dashboard.pages.ErasedView;
import dev.tocsin.dashboard.pages.FeedRow;
import dev.tocsin.dashboard.pages.HoldView;
import dev.tocsin.dashboard.pages.RevisionsView;
import dev.tocsin.dashboard.pages.SearchView;
import dev.tocsin.dashboard.pages.StatusView;
import dev.tocsin.dashboard.pages.StoryView;
import dev.tocsin.dashboard.pages.TopicView;
import dev.tocsin.dashboard.report.Report;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages, checked against their values when the module is built. */
@CheckedTemplate(basePath = "")
final class Templates {
    private Templates() {}

    static native TemplateInstance board();

    static native TemplateInstance story(StoryView story, HoldView hold);

    static native TemplateInstance told(String headline, String language, RevisionsView revisions);

    static native TemplateInstance report(Report report);

    static native TemplateInstance article(ArticleView article);

    /**
     * @param fault {@code notSure}, {@code isHeld}, or {@code heldStill} where it was tried; null for none
     * @param held a story that must be let go first; null for none
     */
    static native TemplateInstance erase(
            ArticleView article, String reason, @Nullable String fault, @Nullable String held);

    static native TemplateInstance erased(ErasedView gone);

    static native TemplateInstance beside(BesideView beside);

    static native TemplateInstance articles(SearchView search);

    static native TemplateInstance feeds(
            List<FeedRow> rows, String url, @Nullable String error, @Nullable String added, @Nullable String trouble);

    static native TemplateInstance topics(List<TopicView> rows, @Nullable String trouble);

    static native TemplateInstance topic(TopicView topic);

    /** @param version in force; 0 for none */
    static native TemplateInstance lab(String id, String name, int version);

    static native TemplateInstance status(StatusView status);

    static native TemplateInstance error(int status, String title, String detail);
}

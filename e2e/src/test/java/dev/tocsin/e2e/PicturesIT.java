package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tocsin pictures}: every page as it is after January 2022, light and dark, wide and narrow, of which docs/images has smaller ones. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class PicturesIT {
    private static final Path TO = RunningTocsin.root().resolve("target/pictures");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int HEIGHT = 900;
    private static final Map<String, Integer> WIDTHS = Map.of("wide", 1440, "narrow", 375);

    @TempDir
    private Path folder;

    @Test
    void takesAPictureOfEveryPage() throws Exception {
        try (var tocsin = RunningTocsin.startWith(folder.resolve("data"), Replayed.OPTIONS, Map.of());
                var browser = Browser.start()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> tocsin.log()
                    .contains(Replayed.FINISHED));
            Backlog.awaitNone(tocsin.run().broker());
            var pages = pages(tocsin.api());
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var width : WIDTHS.keySet()) {
                    var page = browser.open(tocsin, "/", options(colours, width));
                    for (var shown : pages.entrySet()) {
                        page.navigate(tocsin.api().base() + shown.getValue());
                        take(
                                page,
                                shown.getKey() + "-" + width + "-"
                                        + colours.name().toLowerCase());
                    }
                }
            }
        }
    }

    private static NewContextOptions options(ColorScheme colours, String width) {
        return new NewContextOptions()
                .setViewportSize(WIDTHS.get(width), HEIGHT)
                .setColorScheme(colours)
                .setLocale("en-GB");
    }

    /** The board's and the search's streams never end, so it is the page's own sign of life that is waited for. */
    private static void take(Page page, String name) {
        page.waitForLoadState(LoadState.LOAD);
        // the pages' policy forbids scripts that are made of strings, so it is asked from here
        page.waitForCondition(() -> page.locator("[aria-busy=true]").count() == 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(TO.resolve(name + ".png")));
    }

    private static Map<String, String> pages(Api api) throws Exception {
        var story = api.all("/api/stories").stream()
                .max(Comparator.comparingInt(s -> s.path("articleCount").asInt()))
                .orElseThrow()
                .get("id")
                .asText();
        var article =
                api.all("/api/articles?story=" + story).getFirst().get("id").asText();
        var pages = new LinkedHashMap<String, String>();
        pages.put("board", "/");
        pages.put("story", "/stories/" + story);
        pages.put("article", "/articles/" + article);
        pages.put("articles", "/articles?q=gas");
        pages.put("topics", "/topics");
        pages.put("topic", "/topics/protests");
        pages.put("topic-edit", "/topics/protests/edit");
        pages.put("feeds", "/feeds");
        pages.put("status", "/status");
        pages.put("settings", "/settings");
        pages.put("notifications", "/settings/notifications");
        pages.put("users", "/settings/users");
        pages.put("keys", "/settings/keys");
        pages.put("audit", "/settings/audit");
        return pages;
    }
}

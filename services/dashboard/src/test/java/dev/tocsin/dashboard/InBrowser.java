package dev.tocsin.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A page in a real browser for each test, which fails when a script breaks, a policy is broken or a text of a feed runs. */
abstract class InBrowser {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long a page may take to show what it must: two modules are tested at once, on machines of all kinds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Playwright playwright;
    private static Browser browser;

    protected Page page;
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ARGS));
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void newPage() {
        page = newPage(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    /** Another reader, whose errors count too; closed with the test's own. */
    protected final Page newPage(Browser.NewContextOptions options) {
        var made = browser.newContext(options.setAcceptDownloads(true)).newPage();
        made.onPageError(errors::add);
        made.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        made.onDialog(dialog -> {
            errors.add("a text ran: " + dialog.message());
            dialog.dismiss();
        });
        return made;
    }

    @AfterEach
    void closePages() {
        for (var context : new ArrayList<>(browser.contexts())) {
            // a page that asks for something while it is closed would be answered, and fail
            context.pages().forEach(open -> open.navigate("about:blank"));
            context.close();
        }
        Assertions.assertThat(errors).isEmpty();
    }

    /** A picture of what the window shows, in {@code target/screenshots}. */
    protected static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}

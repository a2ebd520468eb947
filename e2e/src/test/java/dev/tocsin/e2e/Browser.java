package dev.tocsin.e2e;

import com.microsoft.playwright.BrowserContext;
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
import java.util.Optional;
import java.util.stream.Stream;

/** Headless Chromium as the system packages it, driven by Playwright; keeps what the page complained about. */
final class Browser implements AutoCloseable {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    /** How long a page may take to show what it must, on machines of all kinds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Where Chromium is, if it is installed. */
    static Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Browser(playwright, chromium);
    }

    /** A page of nobody who has signed in. */
    Page open(String address) {
        return open(chromium.newContext(options()), address);
    }

    /** A page of the local admin, who signs in with the key of their data folder. */
    Page open(RunningTocsin tocsin, String path) {
        return open(tocsin, path, options());
    }

    /** The same, in a window of its own kind. */
    Page open(RunningTocsin tocsin, String path, com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options);
        var base = tocsin.api().base();
        var page = open(context, base + "/welcome#" + tocsin.adminKey());
        page.waitForURL(base + "/");
        if (!path.equals("/")) {
            page.navigate(base + path);
        }
        return page;
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT);
    }

    private Page open(BrowserContext context, String address) {
        var page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    /** Errors on the console and uncaught exceptions, of all pages. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}

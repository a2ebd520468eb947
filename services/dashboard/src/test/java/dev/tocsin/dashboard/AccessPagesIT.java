package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of signing in and of who may what, in a browser, with real sessions. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
@QuarkusTestResource(LocalAdmin.class)
@TestProfile(AccessProfile.class)
class AccessPagesIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final String PASSWORD = "four words are enough";

    private static Playwright playwright;
    private static Browser browser;

    @TestHTTPResource("/")
    URI dashboard;

    private final List<String> errors = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))
                .newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) {
                errors.add(m.text());
            }
        });
    }

    @AfterEach
    void close() {
        page.context().close();
        Assertions.assertThat(errors).isEmpty();
    }

    private String at(String path) {
        return dashboard.resolve(path).toString();
    }

    private void exists(String id, String name, String role) throws Exception {
        try (var other = new PlainBrowser(dashboard)) {
            other.signedUp(id, name, role, PASSWORD);
        }
    }

    private void signIn(String id) {
        page.getByLabel("Sign-in name").fill(id);
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("#me summary")).isVisible();
        // a form sent by a key is not waited for, as navigate() is: its page's scripts may be on their way
        page.waitForLoadState();
    }

    /** In both schemes and both widths, where they can be looked at. */
    private void shoot(String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 375}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SHOTS.resolve(name + "-" + scheme.name().toLowerCase() + "-" + width + ".png")));
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(name + " fits " + width)
                        .isEqualTo(true);
            }
        }
        page.setViewportSize(1440, 900);
    }

    @Test
    void signsIn_goesWhereItWanted_andOut() throws Exception {
        exists("reader", "Rea Der", "viewer");
        page.navigate(at("topics"));
        shoot("login");
        page.getByLabel("Sign-in name").fill("reader");
        page.getByLabel("Password").fill("this is not it");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("The name or the password is wrong.");
        assertThat(page.getByLabel("Sign-in name")).hasValue("reader");

        signIn("reader");
        assertThat(page).hasURL(Pattern.compile("/topics$"));
        page.locator("#me summary").press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Settings")))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/login$"));
        page.navigate(at("topics"));
        assertThat(page).hasURL(Pattern.compile("/login\\?next=%2Ftopics$"));
    }

    @Test
    void letsSomebodyInByALink_whoseCodeLeavesTheAddress() throws Exception {
        try (var other = new PlainBrowser(dashboard)) {
            var invited =
                    other.asAdmin("POST", "api/users", "{\"id\":\"guest\",\"name\":\"Guest\",\"role\":\"viewer\"}");
            page.navigate(at("welcome") + "#" + invited.path("code").asText());
        }
        assertThat(page.getByText("Choose a password for")).isVisible();
        Assertions.assertThat(page.url()).doesNotContain("#");
        shoot("welcome");
        page.getByLabel("Password").fill("passwordpassword");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("first that are tried");
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("#me summary")).hasText("Guest");
    }

    @Test
    void changesOnesNameAndPassword() throws Exception {
        exists("renamed", "Old Name", "analyst");
        page.navigate(at("settings"));
        signIn("renamed");
        page.getByLabel("As it stands beside what you decide").fill("New <b>Name</b>");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change name"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Your name is changed.");
        assertThat(page.locator("#me summary")).hasText("New <b>Name</b>");
        shoot("settings");
        page.getByLabel("Present password").fill(PASSWORD);
        page.getByLabel("New password").fill("quite another one");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("All other browsers are signed out");
    }

    @Test
    void invitesAUser_andShutsThemOut() throws Exception {
        exists("boss", "The Boss", "admin");
        page.navigate(at("settings/users"));
        signIn("boss");
        page.locator("#add-open").click();
        page.getByLabel("Sign-in name").fill("invitee");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("In Vitee");
        page.keyboard().press("Enter");
        assertThat(page.locator("#secret-text")).hasText(Pattern.compile(".*/welcome#([0-9a-z]{5}-?){4}"));
        shoot("invitation");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                .click();
        var row = page.locator("tr[data-user=invitee]");
        assertThat(row).containsText("nothing yet");
        row.getByRole(AriaRole.COMBOBOX).selectOption("admin");
        assertThat(row.getByRole(AriaRole.COMBOBOX)).hasValue("admin");
        row.getByText("Shut out").click();
        assertThat(row).containsText("shut out");
        shoot("users");
        row.getByText("Delete").click();
        assertThat(row).hasCount(0);
        // one's own place
        page.locator("tr[data-user=boss]").getByText("Shut out").click();
        assertThat(page.locator("#toast")).containsText("let another admin do it");
    }

    @Test
    void makesAKey_showsItOnce_andRevokesIt() throws Exception {
        exists("keeper", "Kee Per", "admin");
        page.navigate(at("settings/keys"));
        signIn("keeper");
        page.locator("#add-open").click();
        page.getByLabel("What it is for").fill("newsroom wall");
        page.keyboard().press("Enter");
        assertThat(page.locator("#secret-text")).hasText(Pattern.compile("tocsin_[a-z2-7]{10}_[a-z2-7]{52}"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                .click();
        assertThat(page.locator("#secret-text")).hasText("");
        var row = page.locator("#rows tr", new Page.LocatorOptions().setHasText("newsroom wall"))
                .first();
        assertThat(row).containsText("by Kee Per");
        shoot("keys");
        row.getByText("Revoke").click();
        row.getByText("Really revoke").click();
        assertThat(page.locator("#rows tr", new Page.LocatorOptions().setHasText("newsroom wall")))
                .hasCount(0);
        page.navigate(at("settings/audit"));
        assertThat(page.locator("tbody tr").first()).containsText("DELETE /api/keys/{id}");
        shoot("audit");
        page.getByLabel("Outcome").selectOption("refused");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page).hasURL(Pattern.compile("outcome=refused"));
    }

    @Test
    void offersAViewerWhatTheyMayDo_andAsksForNothingElse() throws Exception {
        exists("onlooker", "On Looker", "viewer");
        page.navigate(at("settings"));
        signIn("onlooker");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit trail")))
                .hasCount(0);
        page.navigate(at("settings/users"));
        assertThat(page.locator("h1")).hasText("Not yours to do");
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                errors.add(answer.status() + " " + answer.url());
            }
        });
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                errors.add(m.text());
            }
        });
        for (var path : List.of("", "articles", "topics", "topics/quakes", "status", "settings/notifications")) {
            offersNothingForOthers(path);
        }
        offersNothingForOthers("feeds");
        assertThat(page.getByText("Changing this is for admins.")).isVisible();
        page.keyboard().press("n");
        assertThat(page.locator("#toast")).containsText("for admins");
        assertThat(page.locator("#add")).isHidden();
        shoot("viewer-feeds");
        offersNothingForOthers("stories/" + FakeNeighbours.STORY);
        assertThat(page.locator(".deciding")).containsText("Deciding is for analysts and admins.");
        assertThat(page.locator("#decide")).hasCount(0);
        shoot("viewer-story");
    }

    /** And is drawn to its end. */
    private void offersNothingForOthers(String path) {
        page.navigate(at(path));
        page.waitForCondition(() -> page.locator("[aria-busy=true]").count() == 0);
        assertThat(page.locator("[data-for]:visible")).hasCount(0);
    }
}

package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
@QuarkusTestResource(LocalAdmin.class)
@TestProfile(AccessProfile.class)
class SignInIT {
    private static final String PASSWORD = "four words are enough";

    @TestHTTPResource("/")
    URI dashboard;

    @Inject
    UserStore users;

    private PlainBrowser browser;

    @BeforeEach
    void open() {
        browser = new PlainBrowser(dashboard);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void leadsToTheLoginAndBack() throws Exception {
        var asked = browser.send(
                HttpRequest.newBuilder(dashboard.resolve("stories/story-1?x=1")).header("Accept", "text/html"));

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).contains("/login?next=%2Fstories%2Fstory-1%3Fx%3D1");
        browser.signedUp("back", "Back", "viewer", PASSWORD).form("logout", Map.of());
        var signedIn =
                browser.form("login", Map.of("login", "back", "password", PASSWORD, "next", "/stories/story-1?x=1"));
        assertThat(signedIn.headers().firstValue("Location")).contains("/stories/story-1?x=1");
        assertThat(browser.get("stories/story-1").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsAProgramThatItNeedsAKey() throws Exception {
        var asked = browser.get("api/alerts");

        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(asked.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Tocsin\"");
        assertThat(asked.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void signsTheLocalAdminIn_withTheLaunchersCode_once() throws Exception {
        var signedIn = browser.form("welcome", Map.of("code", LocalAdmin.CODE.toUpperCase()));

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(browser.get("api/me").body()).contains("\"person\"", "\"admin\"");
        try (var other = new PlainBrowser(dashboard)) {
            assertThat(other.form("welcome", Map.of("code", LocalAdmin.CODE)).statusCode())
                    .isEqualTo(401);
            assertThat(other.form("welcome", Map.of("code", LocalAdmin.KEY)).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void keepsACookie_thatNoScriptReadsAndNoOtherSiteSends() throws Exception {
        browser.signedUp("cookie", "Cookie", "viewer", PASSWORD);
        var signedIn = browser.form("login", Map.of("login", "cookie", "password", PASSWORD));

        var cookie = signedIn.headers().allValues("Set-Cookie").getFirst();
        assertThat(cookie)
                .startsWith("tocsin-" + dashboard.getPort() + "=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie).doesNotContain("Secure");
    }

    @Test
    void letsAnInvitedUserChooseAPassword_once() throws Exception {
        var invited =
                browser.asAdmin("POST", "api/users", "{\"id\":\"Anna\",\"name\":\"Anna K\",\"role\":\"analyst\"}");
        var code = invited.path("code").asText();

        assertThat(browser.form("welcome", Map.of("code", code)).body()).contains("Choose a password for anna.");
        assertThat(browser.form("welcome", Map.of("code", code, "password", "short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.form("welcome", Map.of("code", code, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("api/me").body()).contains("\"Anna K\"", "\"analyst\"");
        assertThat(browser.form("welcome", Map.of("code", code, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        assertThat(users.find("anna").orElseThrow().password()).startsWith("$argon2id$");
    }

    @Test
    void refusesAWrongPassword_andSlowsWhoGuesses_butNotWhoSignedInThereBefore() throws Exception {
        browser.signedUp("guessed", "Guessed", "viewer", PASSWORD).form("logout", Map.of());
        var wrong = Map.of("login", "guessed", "password", "not the password");
        try (var guesser = new PlainBrowser(dashboard)) {
            for (int i = 0; i < 5; i++) {
                assertThat(guesser.form("login", wrong).statusCode()).isEqualTo(401);
            }
            var slowed = guesser.form("login", Map.of("login", "guessed", "password", PASSWORD));
            assertThat(slowed.statusCode()).isEqualTo(429);
            assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        }

        assertThat(browser.form("login", Map.of("login", "guessed", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void saysNoMoreOfAnAccountThanOfNone() throws Exception {
        browser.signedUp("exists", "Exists", "viewer", PASSWORD).form("logout", Map.of());
        var one = browser.form("login", Map.of("login", "exists", "password", "not the password"));
        var none = browser.form("login", Map.of("login", "nobody", "password", "not the password"));

        assertThat(none.statusCode()).isEqualTo(one.statusCode());
        assertThat(none.body().replace("nobody", "exists")).isEqualTo(one.body());
    }

    /** Behind a balancer each replica listens to a port of its own, and the browser knows only the balancer's. */
    @Test
    void namesItsCookieByThePortThatTheBrowserAsked() throws Exception {
        browser.signedUp("balanced", "Balanced", "viewer", PASSWORD);
        var host = "desk.example:8181";

        var session = given().redirects()
                .follow(false)
                .header("Host", host)
                .header("Origin", "http://" + host)
                .formParam("login", "balanced")
                .formParam("password", PASSWORD)
                .post("/login")
                .then()
                .statusCode(303)
                .extract()
                .cookie("tocsin-8181");

        given().header("Host", host)
                .cookie("tocsin-8181", session)
                .get("/api/me")
                .then()
                .statusCode(200);
    }

    @Test
    void givesANewTokenAtEachSignIn_andEndsTheOneBefore() throws Exception {
        browser.signedUp("rotated", "Rotated", "viewer", PASSWORD);
        var before = new HashMap<>(browser.cookies());

        browser.form("login", Map.of("login", "rotated", "password", PASSWORD));

        assertThat(browser.cookies().get("tocsin-" + dashboard.getPort()))
                .isNotEqualTo(before.get("tocsin-" + dashboard.getPort()));
        try (var old = new PlainBrowser(dashboard)) {
            old.cookies().putAll(before);
            assertThat(old.get("api/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void endsASession_whenItIsSignedOut() throws Exception {
        browser.signedUp("leaver", "Leaver", "viewer", PASSWORD);
        var held = new HashMap<>(browser.cookies());

        assertThat(browser.form("logout", Map.of()).statusCode()).isEqualTo(303);

        browser.cookies().putAll(held);
        assertThat(browser.get("api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void endsAllOtherSessions_whenThePasswordIsChanged() throws Exception {
        browser.signedUp("changer", "Changer", "viewer", PASSWORD);
        try (var other = new PlainBrowser(dashboard)) {
            other.form("login", Map.of("login", "changer", "password", PASSWORD));
            assertThat(other.get("api/me").statusCode()).isEqualTo(200);

            assertThat(browser.form(
                                    "settings/password",
                                    Map.of("current", "wrong one", "password", "another four words"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(browser.form("settings/password", Map.of("current", PASSWORD, "password", "another four words"))
                            .statusCode())
                    .isEqualTo(303);

            assertThat(browser.get("api/me").statusCode()).isEqualTo(200);
            assertThat(other.get("api/me").statusCode()).isEqualTo(401);
            assertThat(other.form("login", Map.of("login", "changer", "password", PASSWORD))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void signsOutAllOtherBrowsers_whenAsked() throws Exception {
        browser.signedUp("leaves", "Leaves", "viewer", PASSWORD);
        try (var other = new PlainBrowser(dashboard)) {
            other.form("login", Map.of("login", "leaves", "password", PASSWORD));

            assertThat(browser.form("settings/sessions", Map.of()).statusCode()).isEqualTo(303);

            assertThat(other.get("api/me").statusCode()).isEqualTo(401);
            assertThat(browser.get("api/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bearsNobodyElsesName() throws Exception {
        browser.signedUp("first", "One Name", "viewer", PASSWORD);
        browser.form("logout", Map.of());
        browser.signedUp("second", "Other Name", "viewer", PASSWORD);

        assertThat(browser.form("settings/name", Map.of("name", "one name")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void takesNothingFromAnotherSite_inTheNameOfWhoIsSignedIn() throws Exception {
        browser.signedUp("victim", "Victim", "admin", PASSWORD);
        var path = "api/feeds";

        assertThat(browser.send(HttpRequest.newBuilder(dashboard.resolve(path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"https://a.example\"}")))
                        .statusCode())
                .as("a cookie, and nothing that says whose page sent it")
                .isEqualTo(403);
        assertThat(browser.send(HttpRequest.newBuilder(dashboard.resolve(path))
                                .header("Origin", "https://evil.example")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.send(HttpRequest.newBuilder(dashboard.resolve("api/alerts"))
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Sec-Fetch-Mode", "no-cors"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.json("POST", path, "{\"url\":\"https://a.example\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void writesAVerdictUnderTheNameOfWhoIsSignedIn() throws Exception {
        browser.signedUp("dana", "Dana", "analyst", PASSWORD);

        var verdict = browser.json(
                "POST",
                "api/alerts/" + FakeNeighbours.STORY + "/verdicts",
                "{\"verdict\":\"relevant\",\"by\":\"Mallory\"}");

        assertThat(verdict.statusCode()).isEqualTo(201);
        assertThat(verdict.body()).contains("\"by\":\"Dana\"").doesNotContain("Mallory");
        assertThat(browser.json("POST", "api/silences", "{\"comment\":\"c\",\"by\":\"Mallory\"}")
                        .body())
                .contains("Dana")
                .doesNotContain("Mallory");
    }
}

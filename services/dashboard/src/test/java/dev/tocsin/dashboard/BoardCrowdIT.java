package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The board as it is on a full day, with invented alerts: how it looks, on a wall too, and what ten thousand cards cost. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class BoardCrowdIT extends InBrowser {
    private static final String NO_FEED = "{\"items\":[],\"nextCursor\":null}";
    private static final String SAMPLE =
            "{\"items\":[{\"id\":\"f\",\"url\":\"/opt/tocsin/deploy/sample/feed.xml\"}],\"nextCursor\":null}";

    @TestHTTPResource("/")
    private URI board;

    @Test
    void showsAShift_inBothColours_onAllWidths_withoutBreakingARule() {
        for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, 375}) {
                var reader = reader(width, width == 375 ? 780 : 860, colours, "en-GB");
                open(reader, "", BoardSamples.shift(Instant.now()), NO_FEED);
                assertThat(reader.locator(".card[data-story=p1] .trend svg")).isVisible();
                picture(reader, "board-" + colours.name().toLowerCase() + "-" + width);
                Accessibility.holds(reader);
            }
        }
    }

    @Test
    void explainsItselfWhileTheSamplePlays_onceOnly() {
        var reader = reader(1440, 860, ColorScheme.LIGHT, "ru-RU");
        open(reader, "", BoardSamples.shift(Instant.now()), SAMPLE);
        assertThat(reader.locator("#hints li")).hasCount(3);
        picture(reader, "board-first-visit-ru");
        Accessibility.holds(reader);
        reader.locator("[data-hint=keys] .go").click();
        assertThat(reader.locator("#help")).isVisible();
        reader.keyboard().press("Escape");
        reader.locator("[data-hint=alarms] .close").click();
        assertThat(reader.locator("#hints li")).hasCount(1);
        reader.reload();
        assertThat(reader.locator("#hints li")).hasCount(1);
    }

    @Test
    void hangsOnAWall_withoutControls_andTurnsItsPages() {
        var reader = reader(2560, 1440, ColorScheme.DARK, "en-GB");
        reader.clock().install();
        open(reader, "?wall=1", BoardSamples.many(120, Instant.now()), SAMPLE);
        assertThat(reader.locator("#bar")).isHidden();
        assertThat(reader.locator("#hints")).isHidden();
        Assertions.assertThat(scrolled(reader)).isZero();
        reader.clock().runFor(12_500);
        reader.waitForCondition(() -> scrolled(reader) > 0);
        open(reader, "?wall=1", BoardSamples.shift(Instant.now()), NO_FEED);
        picture(reader, "board-wall-2560");
    }

    @Test
    void keepsTenThousandCards_writingOnlyThoseNearTheWindow() {
        var reader = reader(1440, 860, ColorScheme.LIGHT, "en-GB");
        open(reader, "", BoardSamples.many(10_000, Instant.now()), NO_FEED);
        assertThat(reader.locator(".card[data-story=m0] h3")).isVisible();
        var figures = (Map<?, ?>)
                reader.evaluate(
                        """
                async () => {
                  const long = [];
                  new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask' });
                  const list = document.querySelector('[data-topic=protests] .cards');
                  const frames = [];
                  let last = performance.now();
                  for (let i = 0; i < 400; i++) {
                    list.scrollTop += 400;
                    await new Promise(requestAnimationFrame);
                    frames.push(performance.now() - last);
                    last = performance.now();
                  }
                  frames.sort((a, b) => a - b);
                  const of = (selector) => document.querySelectorAll(selector).length;
                  return { cards: of('.card'), written: of('.card:not(.hollow)'), scrolled: list.scrollTop,
                    frameP50: frames[200], frameP95: frames[380], frameMax: frames[399], longTasks: long.length, longest: Math.max(0, ...long) };
                }""");
        System.out.println("figures of 10,000 cards: " + figures);
        Assertions.assertThat(((Number) figures.get("cards")).intValue()).isGreaterThan(1_000);
        Assertions.assertThat(((Number) figures.get("written")).intValue()).isLessThan(200);
    }

    private static double scrolled(Page reader) {
        return ((Number) reader.evaluate("document.querySelector('.cards').scrollTop")).doubleValue();
    }

    private Page reader(int width, int height, ColorScheme colours, String locale) {
        return newPage(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale(locale));
    }

    /** The board with these alerts in the archive. */
    private void open(Page reader, String query, ObjectNode alerts, String feeds) {
        reader.route("**/api/topics", route -> answer(route, BoardSamples.topics()));
        reader.route("**/api/alerts?*", route -> answer(route, alerts));
        reader.route(
                "**/api/alerts/*",
                route -> answer(route, history(alerts, route.request().url())));
        reader.route(
                "**/api/feeds?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(feeds)));
        reader.route(
                "**/api/receivers",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"items\":[]}")));
        reader.navigate(board + query);
        assertThat(reader.locator("#state")).hasAttribute("data-state", "live");
        assertThat(reader.locator("#columns")).hasAttribute("aria-busy", "false");
        assertThat(reader.locator("#parts li").first()).isVisible();
    }

    private static JsonNode history(ObjectNode alerts, String url) {
        var story = url.substring(url.lastIndexOf('/') + 1);
        for (var alert : alerts.path("items")) {
            if (alert.path("story").asText().equals(story)) {
                return BoardSamples.history((ObjectNode) alert);
            }
        }
        return Json.mapper().createObjectNode();
    }

    private static void answer(Route route, JsonNode body) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(new String(Json.write(body), StandardCharsets.UTF_8)));
    }
}

package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Asks axe-core what of WCAG 2.2 AA a page breaks. For any page, as it stands at that moment. */
final class Accessibility {
    private static final String SCRIPT = script();

    /** What axe finds, one line for each element; the animations are over by then. */
    private static final String RUN =
            """
            async () => {
              await Promise.all(document.getAnimations()
                .filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => {})));
              const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag',
                values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
              return violations.flatMap((v) => v.nodes.map((n) =>
                `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary.replaceAll('\\n', ' ').slice(0, 240)}`));
            }""";

    private Accessibility() {}

    /** The page breaks nothing, in light and in dark. */
    static void holds(Page page) {
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.evaluate(SCRIPT);
            Assertions.assertThat((List<?>) page.evaluate(RUN))
                    .as("axe in %s on %s", colours, page.url())
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
    }

    private static String script() {
        try (var stream = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

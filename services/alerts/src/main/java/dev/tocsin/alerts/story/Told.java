package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Alert;
import java.util.List;

/**
 * What the desk was last told of a story, so that only what is new rings.
 *
 * @param revision of that alert; 0 when it was told nothing yet
 */
public record Told(int revision, int articleCount, int independentOrigins, List<String> languages) {
    public static final Told NOTHING = new Told(0, 0, 0, List.of());

    public static Told of(Alert alert) {
        return new Told(alert.revision(), alert.articleCount(), alert.independentOrigins(), alert.languages());
    }
}

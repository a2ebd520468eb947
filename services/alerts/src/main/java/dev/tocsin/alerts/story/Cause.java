package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article behind a change, as the alert that tells of it will show it, be it later.
 *
 * @param source id of its publisher
 * @param why the words of the topic that it has
 * @param names the actors that it names
 */
public record Cause(
        String article,
        String source,
        @Nullable Instant published,
        Instant fetched,
        Instant classified,
        List<Alert.Why> why,
        List<Alert.Name> names) {}

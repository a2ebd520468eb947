package dev.tocsin.notify;

import dev.tocsin.local.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Configures a webhook for each way a receiver can behave, each but {@code desk} for its own topic only, and a file with a
 * phone, for routes that gather and escalate.
 */
public final class Webhooks implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "correct-horse-battery-staple-0001";
    private static final String[] NAMES = {"desk", "flaky", "gone", "hanging"};

    @Override
    public Map<String, String> start() {
        int[] ports = FreePorts.find(NAMES.length + 1);
        var config = new HashMap<String, String>();
        for (int i = 0; i < NAMES.length; i++) {
            var key = "tocsin.notify.webhooks." + NAMES[i];
            config.put(key + ".url", "http://localhost:" + ports[i] + "/hooks/tocsin");
            config.put(key + ".secret", SECRET);
            if (i > 0) {
                config.put(key + ".topics", NAMES[i]);
            }
        }
        config.put("tocsin.notify.routes", routes(ports[NAMES.length]).toString());
        config.put("phone.port", String.valueOf(ports[NAMES.length]));
        config.put("tocsin.notify.allow-private-addresses", "true");
        config.put("tocsin.notify.attempt-timeout", "2S");
        config.put("tocsin.notify.retry.attempts", "3");
        config.put("tocsin.notify.retry.first-delay", "PT0.05S");
        config.put("tocsin.notify.idle", "1S");
        return config;
    }

    private static Path routes(int port) {
        try {
            return Files.writeString(
                    Files.createTempFile("routes", ".yaml"),
                    """
                    receivers:
                      phone: {type: ntfy, url: "http://localhost:%d/", topic: desk}
                    routes:
                      - {name: together, match: {topics: [together]}, group: {by: topic, wait: 2s}, to: [phone]}
                      - name: urgent
                        match: {topics: [urgent]}
                        to: [phone]
                        escalate: [{after: 1s, to: [phone]}]
                      - {name: drills, match: {topics: [drill], status: [Exercise]}, to: [phone]}
                    """
                            .formatted(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the receivers are started and stopped by the tests
    }
}

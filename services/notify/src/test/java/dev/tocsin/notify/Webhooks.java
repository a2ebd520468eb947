package dev.tocsin.notify;

import dev.tocsin.local.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Configures a webhook for each way a receiver can behave; each but {@code desk} wants its own topic only. */
public final class Webhooks implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "correct-horse-battery-staple-0001";
    private static final String[] NAMES = {"desk", "flaky", "gone", "hanging"};

    @Override
    public Map<String, String> start() {
        int[] ports = FreePorts.find(NAMES.length);
        var config = new HashMap<String, String>();
        for (int i = 0; i < NAMES.length; i++) {
            var key = "tocsin.notify.webhooks." + NAMES[i];
            config.put(key + ".url", "http://localhost:" + ports[i] + "/hooks/tocsin");
            config.put(key + ".secret", SECRET);
            if (i > 0) {
                config.put(key + ".topics", NAMES[i]);
            }
        }
        config.put("tocsin.notify.allow-private-addresses", "true");
        config.put("tocsin.notify.attempt-timeout", "2S");
        config.put("tocsin.notify.retry.attempts", "3");
        config.put("tocsin.notify.retry.first-delay", "PT0.05S");
        config.put("tocsin.notify.idle", "1S");
        return config;
    }

    @Override
    public void stop() {
        // the receivers are started and stopped by the tests
    }
}

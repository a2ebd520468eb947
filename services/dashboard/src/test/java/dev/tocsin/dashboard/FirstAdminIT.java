package dev.tocsin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** As in containers: nobody is there yet, and the log has a code for whoever set it up. */
@QuarkusTest
@TestProfile(FirstAdminIT.Containers.class)
class FirstAdminIT {
    /** Without a local admin. */
    public static final class Containers extends AccessProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // each look prints a code
            return Map.of(EverybodyIsAdmin.SETTING, "false", "tocsin.dashboard.code-life", "1h");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestStack.class), new TestResourceEntry(FakeNeighbours.class));
        }
    }

    private static final Pattern CODE = Pattern.compile("one-time code (\\S+)");
    private static final String PASSWORD = "four words are enough";

    @TestHTTPResource("/")
    URI dashboard;

    @Inject
    UserStore users;

    @Inject
    LocalKey localKey;

    @Inject
    DashboardConfig config;

    @Test
    void isWhoeverReadsTheLog_once() throws Exception {
        var printed = new CopyOnWriteArrayList<String>();
        var logger = Logger.getLogger(Codes.class.getName());
        var listener = listener(printed);
        logger.addHandler(listener);
        // a second replica, or the same one after a restart
        new Codes(users, localKey, config, java.time.Clock.systemUTC()).printForFirstAdmin();
        logger.removeHandler(listener);

        var matcher = CODE.matcher(printed.getFirst());
        assertThat(matcher.find()).isTrue();
        var code = matcher.group(1);
        try (var browser = new PlainBrowser(dashboard)) {
            assertThat(browser.get("api/alerts").statusCode()).isEqualTo(401);
            assertThat(browser.form("welcome", Map.of("code", code)).body()).contains("You are the first admin");
            var chosen = Map.of("code", code, "login", "Rosa", "name", "Rosa L", "password", PASSWORD);
            assertThat(browser.form("welcome", chosen).statusCode()).isEqualTo(303);
            assertThat(browser.get("api/me").body()).contains("\"rosa\"", "\"admin\"");
            assertThat(browser.form("welcome", chosen).statusCode()).isEqualTo(401);
        }
        printed.clear();
        logger.addHandler(listener);
        new Codes(users, localKey, config, java.time.Clock.systemUTC()).printForFirstAdmin();
        logger.removeHandler(listener);
        assertThat(printed).isEmpty();
    }

    private static Handler listener(List<String> printed) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                printed.add(record.getMessage() + " "
                        + (record.getParameters() == null ? "" : java.util.Arrays.toString(record.getParameters())));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}

package dev.tocsin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@code ./tocsin up} starts it: who sits at this machine may read. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
@QuarkusTestResource(LocalAdmin.class)
@TestProfile(VisitorIT.Up.class)
class VisitorIT {
    /** The launcher's settings. */
    public static final class Up extends AccessProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Stream.concat(
                            super.getConfigOverrides().entrySet().stream(),
                            Map.of("tocsin.dashboard.anonymous", "viewer").entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    @TestHTTPResource("/")
    URI dashboard;

    /** Over a bare socket, because a client library would write the host itself. */
    private int status(String method, String path, String... headers) throws IOException {
        try (var socket = new Socket("localhost", dashboard.getPort())) {
            var request = method + " /" + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, api/alerts, Host: localhost:8080, 200",
        "GET, api/alerts, Host: 127.0.0.1, 200",
        "GET, , Host: localhost, 200",
        "GET, settings, Host: localhost, 200",
        // what another site's name or page asks for
        "GET, api/alerts, Host: rebound.example:8080, 401",
        "GET, api/alerts, Host: localhost.rebound.example, 401",
        "GET, api/users, Host: localhost, 401",
        "POST, api/feeds, Host: localhost, 401",
        "DELETE, api/topics/protests, Host: localhost, 401",
        "POST, api/silences, Host: localhost, 401"
    })
    void letsWhoSitsHereRead_andNoMore(String method, String path, String host, int status) throws Exception {
        assertThat(status(method, path == null ? "" : path, host)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For: 203.0.113.7",
        "Forwarded: for=203.0.113.7",
        "Via: 1.1 proxy",
        "Sec-Fetch-Site: cross-site",
        "Authorization: Bearer something-wrong"
    })
    void letsNobodyIn_whoComesThroughOthers(String header) throws Exception {
        assertThat(status("GET", "api/alerts", "Host: localhost", header)).isIn(401, 403);
    }

    @Test
    void offersToSignIn() throws Exception {
        try (var browser = new PlainBrowser(dashboard)) {
            assertThat(browser.get("").body()).contains("<a href=\"/login\">Sign in</a>");
            assertThat(browser.get("login").body()).contains("admin.key");
            assertThat(browser.get("api/me").body()).contains("\"visitor\"", "\"viewer\"");
        }
    }
}

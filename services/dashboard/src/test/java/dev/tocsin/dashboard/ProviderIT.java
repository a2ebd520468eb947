package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way to a provider of OpenID Connect and back, which is a small one of the test's own that checks what it gets. */
@QuarkusTest
@TestProfile(ProviderIT.WithProvider.class)
class ProviderIT {
    private static final String SECRET = "the client's: secret";

    /** With a provider, and who its groups are. */
    public static final class WithProvider extends AccessProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestStack.class),
                    new TestResourceEntry(FakeNeighbours.class),
                    new TestResourceEntry(LocalAdmin.class),
                    new TestResourceEntry(FakeProvider.class));
        }
    }

    /** Signs whoever comes in as who the test says, by authorization code with PKCE. */
    public static final class FakeProvider implements QuarkusTestResourceLifecycleManager {
        static String subject = "4711";
        static List<String> groups = List.of();
        static boolean foreignKey;

        private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
        private HttpServer server;
        private RsaJsonWebKey key;
        private RsaJsonWebKey other;

        private String issuer() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                key = RsaJwkGenerator.generateJwk(2048);
                other = RsaJwkGenerator.generateJwk(2048);
                key.setKeyId("k");
                other.setKeyId("k");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/", this::answer);
            server.start();
            return Map.of(
                    "tocsin.dashboard.oidc.issuer", issuer(),
                    "tocsin.dashboard.oidc.client-id", "tocsin",
                    "tocsin.dashboard.oidc.client-secret", SECRET,
                    "tocsin.dashboard.oidc.name", "Newsroom ID",
                    "tocsin.dashboard.oidc.admins", "chiefs",
                    "tocsin.dashboard.oidc.analysts", "desk,night desk");
        }

        @Override
        public void stop() {
            server.stop(0);
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                switch (exchange.getRequestURI().getPath()) {
                    case "/.well-known/openid-configuration" ->
                        json(
                                exchange,
                                200,
                                Json.write(Map.of(
                                        "issuer", issuer(),
                                        "authorization_endpoint", issuer() + "/authorize",
                                        "token_endpoint", issuer() + "/token",
                                        "jwks_uri", issuer() + "/keys")));
                    case "/authorize" -> authorize(exchange);
                    case "/token" -> token(exchange);
                    case "/keys" ->
                        json(
                                exchange,
                                200,
                                new JsonWebKeySet(key)
                                        .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                                        .getBytes(UTF_8));
                    default -> json(exchange, 404, new byte[] {'{', '}'});
                }
            }
        }

        private void authorize(HttpExchange exchange) throws IOException {
            var query = fields(exchange.getRequestURI().getRawQuery());
            var code = "code-" + asked.size();
            asked.put(code, query);
            exchange.getResponseHeaders()
                    .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
            exchange.sendResponseHeaders(302, -1);
        }

        private void token(HttpExchange exchange) throws IOException {
            var sent = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var query = asked.remove(sent.get("code"));
            boolean sound = query != null
                    && sent.get("redirect_uri").equals(query.get("redirect_uri"))
                    && challenge(sent.get("code_verifier")).equals(query.get("code_challenge"))
                    && exchange.getRequestHeaders()
                            .getFirst("Authorization")
                            .equals("Basic "
                                    + Base64.getEncoder()
                                            .encodeToString("tocsin:the+client%27s%3A+secret".getBytes(UTF_8)));
            json(
                    exchange,
                    sound ? 200 : 400,
                    sound ? Json.write(Map.of("id_token", idToken(query.get("nonce")))) : new byte[] {'{', '}'});
        }

        private String idToken(String nonce) {
            var claims = new JwtClaims();
            claims.setIssuer(issuer());
            claims.setAudience("tocsin");
            claims.setSubject(subject);
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(5);
            claims.setClaim("nonce", nonce);
            claims.setClaim("name", "Dana Doe");
            claims.setClaim("preferred_username", "admin");
            claims.setClaim("groups", groups);
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey((foreignKey ? other : key).getPrivateKey());
            signature.setKeyIdHeaderValue("k");
            signature.setAlgorithmHeaderValue("RS256");
            try {
                return signature.getCompactSerialization();
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String challenge(String verifier) {
            try {
                return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Map<String, String> fields(String form) {
            var fields = new HashMap<String, String>();
            Arrays.stream(form.split("&"))
                    .map(f -> f.split("=", 2))
                    .forEach(f -> fields.put(f[0], URLDecoder.decode(f[1], UTF_8)));
            return fields;
        }

        private static void json(HttpExchange exchange, int status, byte[] body) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @TestHTTPResource("/")
    URI dashboard;

    @Inject
    UserStore users;

    private PlainBrowser browser;

    @BeforeEach
    void open() {
        browser = new PlainBrowser(dashboard);
        FakeProvider.foreignKey = false;
    }

    @AfterEach
    void close() {
        browser.close();
    }

    /** Goes to the provider, and gives the address that it sends the browser back to. */
    private String back() throws Exception {
        var leaving = browser.get("login/oidc?next=%2Fstories%2Fstory-1");
        assertThat(leaving.statusCode()).isEqualTo(303);
        var there = browser.get(leaving.headers().firstValue("Location").orElseThrow());
        var back = URI.create(there.headers().firstValue("Location").orElseThrow());
        return back.getRawPath().substring(1) + "?" + back.getRawQuery();
    }

    @Test
    void signsSomebodyIn_asWhatTheirGroupsSay() throws Exception {
        FakeProvider.groups = List.of("all", "desk");
        assertThat(browser.get("login").body()).contains("Sign in with Newsroom ID");

        var arrived = browser.get(back());

        assertThat(arrived.statusCode()).isEqualTo(303);
        assertThat(arrived.headers().firstValue("Location")).contains("/stories/story-1");
        assertThat(browser.get("api/me").body()).contains("\"Dana Doe\"", "\"analyst\"", "\"oidc-");
        FakeProvider.groups = List.of("chiefs");
        browser.get(back());
        assertThat(browser.get("api/me").body()).contains("\"admin\"");
        // a provider's word makes nobody a local user of that name
        assertThat(users.find("admin").map(User::provider)).isNotEqualTo(java.util.Optional.of("Newsroom ID"));
    }

    @Test
    void letsNobodyIn_whoseGroupsSayNothing() throws Exception {
        FakeProvider.groups = List.of("guests");
        FakeProvider.subject = "4712";

        assertThat(browser.get(back()).statusCode()).isEqualTo(403);
        assertThat(browser.get("api/me").statusCode()).isEqualTo(401);
        FakeProvider.subject = "4711";
    }

    @Test
    void takesNoAnswer_thatAnotherBrowserAskedFor() throws Exception {
        FakeProvider.groups = List.of("chiefs");
        var back = back();
        try (var victim = new PlainBrowser(dashboard)) {
            assertThat(victim.get(back).statusCode()).isEqualTo(401);
            assertThat(victim.get("api/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void takesNoTokenThatAnotherSigned_andNoCodeTwice() throws Exception {
        FakeProvider.groups = List.of("chiefs");
        FakeProvider.foreignKey = true;
        var back = back();
        assertThat(browser.get(back).statusCode()).isEqualTo(502);
        assertThat(browser.get(back).statusCode()).isEqualTo(401);
        assertThat(browser.get("api/me").statusCode()).isEqualTo(401);
    }
}

package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.oidc.Attempt;
import dev.tocsin.dashboard.oidc.IdToken;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A provider of OpenID Connect, asked by the authorization code flow with PKCE. Nothing of it is loaded or asked before
 * somebody signs in; then its settings and keys are asked anew, for that is seldom and they change.
 */
@Singleton
final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final AccessConfig.Oidc config;
    private final InstantSource clock;

    Provider(DashboardConfig config, InstantSource clock) {
        this.config = config.access().oidc();
        this.clock = clock;
        this.config.issuer().ifPresent(Provider::requireSafe);
    }

    /** A provider that gives no usable answer; the message is for the log. */
    static final class ProviderException extends Exception {
        ProviderException(String message) {
            super(message);
        }
    }

    /** What stands on the button, where there is a provider. */
    Optional<String> name() {
        return config.issuer().isPresent() && config.clientId().isPresent()
                ? Optional.of(config.name())
                : Optional.empty();
    }

    String issuer() {
        return config.issuer().orElseThrow().toString();
    }

    /** Where a browser is sent to sign in. */
    URI signInAddress(Attempt attempt, URI back) throws ProviderException {
        var asked = form(Map.of(
                "response_type", "code",
                "client_id", config.clientId().orElseThrow(),
                "redirect_uri", back.toString(),
                "scope", config.scope(),
                "state", attempt.state(),
                "nonce", attempt.nonce(),
                "code_challenge", attempt.challenge(),
                "code_challenge_method", "S256"));
        var address = address(discovery(), "authorization_endpoint").toString();
        return URI.create(address + (address.contains("?") ? "&" : "?") + asked);
    }

    /** Redeems the code that a browser came back with. */
    IdToken redeem(String code, Attempt attempt, URI back) throws ProviderException {
        var discovery = discovery();
        var id = config.clientId().orElseThrow();
        var request = HttpRequest.newBuilder(address(discovery, "token_endpoint"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        back.toString(),
                        "client_id",
                        id,
                        "code_verifier",
                        attempt.verifier()))));
        secret().ifPresent(secret -> request.header("Authorization", "Basic " + basic(id, secret)));
        var token = json(request).path("id_token").textValue();
        if (token == null) {
            throw new ProviderException("its answer holds no ID token");
        }
        var keys = json(HttpRequest.newBuilder(address(discovery, "jwks_uri")));
        try {
            return IdToken.read(
                    token, keys.toString(), issuer(), id, attempt.nonce(), config.groups(), clock.instant());
        } catch (IdToken.InvalidException e) {
            throw new ProviderException("its ID token is not valid: " + e.getMessage());
        }
    }

    private JsonNode discovery() throws ProviderException {
        var found = json(HttpRequest.newBuilder(
                URI.create(issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration")));
        if (!issuer().equals(found.path("issuer").asText())) {
            throw new ProviderException("it calls itself " + found.path("issuer") + ", the settings say " + issuer());
        }
        return found;
    }

    private static JsonNode json(HttpRequest.Builder request) throws ProviderException {
        var asked =
                request.header("Accept", "application/json").timeout(PATIENCE).build();
        try (var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var answer = client.send(
                    asked, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
            if (answer.statusCode() != 200) {
                throw new ProviderException("it answers " + answer.statusCode() + " at "
                        + asked.uri().getPath());
            }
            return Json.read(answer.body(), JsonNode.class);
        } catch (IOException e) {
            throw new ProviderException("it does not answer: " + e);
        } catch (UnreadableMessageException e) {
            throw new ProviderException("its answer is no JSON");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("the dashboard stops");
        }
    }

    private static URI address(JsonNode discovery, String of) throws ProviderException {
        try {
            var address = URI.create(discovery.path(of).asText());
            requireSafe(address);
            return address;
        } catch (IllegalArgumentException e) {
            throw new ProviderException("its settings name no usable " + of);
        }
    }

    /** @throws IllegalArgumentException where others could read what is sent there */
    private static void requireSafe(URI address) {
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && isHere(String.valueOf(address.getHost()));
        if (!safe) {
            throw new IllegalArgumentException("'tocsin.dashboard.oidc.issuer' and what it names must be https");
        }
    }

    private static boolean isHere(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> secret() {
        return config.clientSecret().or(() -> config.clientSecretFile().map(file -> {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** RFC 6749, 2.3.1: both are encoded as a form before they are put together. */
    private static String basic(String id, String secret) {
        return Base64.getEncoder().encodeToString((encode(id) + ":" + encode(secret)).getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

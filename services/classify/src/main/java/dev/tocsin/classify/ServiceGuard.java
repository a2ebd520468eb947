package dev.tocsin.classify;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves nobody but Tocsin's other services, which bring the key that all share; while there is none, nobody but this
 * machine. Health and figures are for whoever reaches the port: probes and scrapers bring no key, and no news is in them.
 */
@Singleton
final class ServiceGuard {
    private static final String HEADER = "Tocsin-Service-Key";
    private static final int PRIORITY = 500;

    private final Optional<byte[]> key;

    ServiceGuard(
            @ConfigProperty(name = "tocsin.service-key") Optional<String> key,
            @ConfigProperty(name = "tocsin.service-key-file") Optional<Path> file) {
        this.key = key.or(() -> file.map(ServiceGuard::read)).map(k -> k.getBytes(StandardCharsets.UTF_8));
    }

    void guard(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.startsWith("/q/health") || path.equals("/q/metrics") || isService(request.request())) {
            request.next();
        } else {
            request.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(
                            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"This port is for"
                                    + " Tocsin's services: ask the dashboard, or set tocsin.service-key alike in both.\"}");
        }
    }

    private boolean isService(HttpServerRequest request) {
        if (key.isEmpty()) {
            var address = String.valueOf(request.connection().remoteAddress().hostAddress());
            return address.matches("127\\..*|::1|0:0:0:0:0:0:0:1(%.*)?");
        }
        var given = request.getHeader(HEADER);
        return given != null && MessageDigest.isEqual(key.get(), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

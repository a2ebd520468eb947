package dev.tocsin.dashboard;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key by which the services know each other; the neighbours serve nobody else. */
@Singleton
final class ServiceKey {
    static final String HEADER = "Tocsin-Service-Key";

    private final Optional<String> value;

    ServiceKey(
            @ConfigProperty(name = "tocsin.service-key") Optional<String> key,
            @ConfigProperty(name = "tocsin.service-key-file") Optional<Path> file) {
        value = key.or(() -> file.map(ServiceKey::read));
    }

    Optional<String> value() {
        return value;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

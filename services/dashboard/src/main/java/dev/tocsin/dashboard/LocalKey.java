package dev.tocsin.dashboard;

import dev.tocsin.dashboard.secrets.Token;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** The key of the local admin, which lies in a file that only its owner reads. */
@Singleton
final class LocalKey {
    static final String NAME = "local admin";

    private static final int SHORTEST = 32;

    private final @Nullable String key;

    LocalKey(DashboardConfig config) {
        key = config.access()
                .localKeyFile()
                .map(file -> {
                    try {
                        return Files.readString(file).strip();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(null);
        if (key != null && key.length() < SHORTEST) {
            throw new IllegalStateException("'tocsin.dashboard.local-key-file' holds a key of fewer than " + SHORTEST
                    + " characters: delete the file, and ./tocsin up makes a new one");
        }
    }

    boolean is(String text) {
        return key != null && Token.same(key, text);
    }
}

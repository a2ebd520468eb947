package dev.tocsin.ingest;

import dev.tocsin.ingest.parse.FeedFile;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Polls in milliseconds what takes minutes in earnest, with limits small enough to meet, and two configured files. */
public final class QuickPolls implements QuarkusTestProfile {
    static final int MAX_BYTES = 64 * 1024;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("tocsin.ingest.feeds", configuredFile() + ",no-such-file.xml"),
                Map.entry("tocsin.ingest.tick", "50ms"),
                Map.entry("tocsin.ingest.interval.shortest", "100ms"),
                Map.entry("tocsin.ingest.interval.standard", "150ms"),
                Map.entry("tocsin.ingest.interval.longest", "1s"),
                Map.entry("tocsin.ingest.fetch.read-timeout", "700ms"),
                Map.entry("tocsin.ingest.fetch.total-timeout", "1500ms"),
                Map.entry("tocsin.ingest.fetch.whole-every", "1s"),
                Map.entry("tocsin.ingest.fetch.max-size", String.valueOf(MAX_BYTES)),
                Map.entry("tocsin.ingest.fetch.max-redirects", "3"),
                Map.entry("tocsin.ingest.fetch.host-delay", "0s"),
                Map.entry("tocsin.ingest.fetch.per-host", "50"),
                Map.entry("tocsin.ingest.fetch.allow-private-addresses", "true"));
    }

    private static Path configuredFile() {
        try {
            var file = Files.createTempFile("configured-feed", ".xml");
            file.toFile().deleteOnExit();
            return Files.write(file, FeedFile.bytes("date-of-the-feed-only.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

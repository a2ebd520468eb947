package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.FetchOutcome.Fetched;
import dev.tocsin.ingest.feeds.FetchOutcome.NotModified;
import dev.tocsin.ingest.feeds.FetchOutcome.Told;
import dev.tocsin.ingest.feeds.Validators;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads feeds from files that the operator named; size and time of the file are its validator. */
@ApplicationScoped
class FileFetcher {
    private final long limit;

    FileFetcher(IngestConfig config) {
        this.limit = config.fetch().maxSize().asLongValue();
    }

    FetchOutcome fetch(Path file, Validators validators) {
        try (var in = Files.newInputStream(file)) {
            var now = new Validators(Files.getLastModifiedTime(file) + " " + Files.size(file), null);
            if (now.equals(validators)) {
                return new NotModified(Told.NOTHING);
            }
            var body = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 1, limit) + 1);
            return body.length > limit
                    ? new Failed(Failure.TOO_LARGE, "larger than " + limit + " bytes")
                    : new Fetched(body, null, now);
        } catch (NoSuchFileException e) {
            return new Failed(Failure.FILE, "no such file");
        } catch (IOException e) {
            return new Failed(Failure.FILE, "cannot be read: " + e.getMessage());
        }
    }
}

package dev.tocsin.ingest.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a look at a page found. */
public sealed interface PageReading {
    /**
     * Its text.
     *
     * @param url where redirects ended
     * @param canonical the address that the page names as its own; null where it names none
     * @param text plain text; empty where none was found
     * @param published as the page says
     * @param wall whether a paywall or consent page stood in front of it
     */
    record Readable(
            String url,
            @Nullable String canonical,
            @Nullable String title,
            String text,
            @Nullable Instant published,
            boolean wall)
            implements PageReading {}

    /** The server says that there is no such page: 404 or 410. */
    record Gone(int status) implements PageReading {}

    /**
     * Nothing can be told: the server is down, refuses us, or sends what is no page.
     *
     * @param reason for people
     */
    record Unknown(String reason) implements PageReading {}
}

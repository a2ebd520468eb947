package dev.tocsin.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** The place in the list of feeds after which the next page begins; clients pass it on and never look inside. */
public record FeedCursor(Instant createdAt, String id) {
    private static final Pattern FORM = Pattern.compile("feeds:(\\d{1,15}):([0-9a-f]{32})");

    public String encoded() {
        var plain = "feeds:" + createdAt.toEpochMilli() + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException for what {@link #encoded} never gave */
    public static FeedCursor decode(String cursor) {
        try {
            var form = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (form.matches()) {
                return new FeedCursor(Instant.ofEpochMilli(Long.parseLong(form.group(1))), form.group(2));
            }
        } catch (IllegalArgumentException e) {
            // not base64: refused below like any other stranger
        }
        throw new IllegalArgumentException(
                "'cursor' is none of ours: pass the nextCursor of the page before, or leave it out to begin anew");
    }
}

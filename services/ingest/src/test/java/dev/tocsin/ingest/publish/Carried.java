package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.TraceParent;
import java.time.Instant;
import java.util.List;

/** Articles as one feed carries them. */
public record Carried(String feed) {
    public static final Instant READ = Instant.parse("2022-01-06T12:00:00Z");

    public static Carried by(String feed) {
        return new Carried(feed);
    }

    public Draft draft(String id, String title, String text) {
        return new Draft(article(id, title, text), TraceParent.start());
    }

    public FetchedArticle article(String id, String title, String text) {
        return new FetchedArticle(
                id,
                1,
                "https://" + feed + ".example/" + id,
                null,
                null,
                title,
                text,
                null,
                null,
                null,
                READ,
                false,
                feed,
                new Source("s", "S", null, null),
                Origin.UNKNOWN,
                List.of(),
                null);
    }
}

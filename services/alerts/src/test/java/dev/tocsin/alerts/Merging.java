package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;

import dev.tocsin.alerts.story.Articles;
import java.time.Duration;

/** Two stories, and an article that shows that they are one. */
public final class Merging {
    public static final Articles DOCKERS = article("dockers")
            .titled("Dockers block the harbour of Veltrova")
            .saying("Dockers block the harbour of Veltrova since dawn, mayor Karimova said.");
    public static final Articles FERRIES = article("ferries")
            .from("courier.example")
            .titled("Ferries to Sommer island cancelled")
            .saying("Ferries to Sommer island are cancelled, passengers wait at the terminal, operator Linden said.")
            .after(Duration.ofHours(1));
    public static final Articles BOTH = article("both")
            .from("gazette.example")
            .titled("Dockers block harbour of Veltrova, ferries to Sommer island cancelled")
            .saying("Because dockers block the harbour, passengers wait at the terminal. Karimova met operator Linden.")
            .after(Duration.ofHours(2));

    private Merging() {}
}

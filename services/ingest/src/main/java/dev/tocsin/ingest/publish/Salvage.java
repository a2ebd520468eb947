package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks first texts that stand on the channel and that whoever sent them did not live to mark. An edit that comes after
 * them is then an edit, and not the first text once more in other words, which consumers would pass over. To mark what
 * somebody alive is about to mark changes nothing: the first mark stays. Which other address its page names is not
 * remembered: the message does not tell that from the address that all items of a live page have.
 */
public final class Salvage {
    private final SeenArticles seen;

    /**
     * A first text as it stands on the channel.
     *
     * @param carried what its giver carried, which its page may have completed
     */
    public record Sent(FetchedArticle article, Wording carried, Place place, Instant at) {}

    public Salvage(SeenArticles seen) {
        this.seen = seen;
    }

    /** Of some ids those that nobody marked. */
    public Set<String> unmarked(Collection<String> ids) {
        var left = new HashSet<>(ids);
        left.removeAll(seen.among(ids).keySet());
        return left;
    }

    /** @param sent in the order of the channel: of two that are equal, the first is what consumers keep */
    public void mark(List<Sent> sent) {
        if (!sent.isEmpty()) {
            seen.mark(sent.stream().map(Salvage::first).toList());
        }
    }

    private static Mark first(Sent sent) {
        var article = sent.article();
        return new Mark.First(new Seen(
                article.id(),
                article.revision(),
                sent.at(),
                Draft.giver(article),
                article.title(),
                sent.carried(),
                Edits.NONE,
                null,
                sent.place(),
                List.of(Draft.sighting(article, sent.at()))));
    }
}

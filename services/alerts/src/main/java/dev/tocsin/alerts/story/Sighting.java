package dev.tocsin.alerts.story;

import dev.tocsin.alerts.ledger.Reading;
import dev.tocsin.alerts.ledger.Report;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TopicHit;
import java.time.Instant;

/**
 * An article seen in one of its topics: what story logic takes in.
 *
 * @param clock where it moves its lane's time to, see {@link #clock(FetchedArticle, Instant)}
 */
public record Sighting(ClassifiedArticle article, TopicHit hit, Instant clock) {
    /**
     * The time that an article moves stream time to. A replay runs in event time, so that it closes the stories that the
     * original closed. Live, it is when the article was fetched: a backlog of last week's articles then keeps its
     * stories open while it comes in, and no wrong date can close anything.
     *
     * @param latest when its message was written, which no honest time of it is after
     */
    public static Instant clock(FetchedArticle article, Instant latest) {
        var time = article.replay() ? earlier(article.eventTime(), article.fetchedAt()) : article.fetchedAt();
        return sane(time, latest);
    }

    public FetchedArticle fetched() {
        return article.fetched();
    }

    public String id() {
        return fetched().id();
    }

    public String language() {
        return article.detected().language().tag();
    }

    public Lane lane() {
        return new Lane(hit.topic(), fetched().replay());
    }

    /** Whether anybody said when it happened; else its event time is merely that of its coming. */
    public boolean isDated() {
        return fetched().publishedAt() != null;
    }

    /** When it happened. Nothing is published after it was fetched, whatever its feed says of tomorrow. */
    public Instant eventTime() {
        return sane(fetched().eventTime(), clock);
    }

    /** What the article states. A first text tells it at its event time, an edited one when it was read. */
    public Report report() {
        return Reading.of(article, fetched().revision() == 1 ? eventTime() : clock);
    }

    private static Instant sane(Instant time, Instant latest) {
        var past = earlier(time, latest);
        return past.isBefore(Instant.EPOCH) ? Instant.EPOCH : past;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

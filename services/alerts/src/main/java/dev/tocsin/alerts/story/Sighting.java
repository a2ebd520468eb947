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
    /** A clock that shows less was never set: it begins in 1970, or in 2000. */
    private static final Instant NEVER_SET = Instant.parse("2001-01-01T00:00:00Z");

    /**
     * The time that an article moves stream time to. A replay runs in event time, so that it closes the stories that the
     * original closed. Live, it is when the article was fetched: a backlog of last week's articles then keeps its
     * stories open while it comes in, and no wrong date can close anything. Where nobody has set our clock it is when the article
     * was published: else all that was told would be told anew, as news of 1970.
     *
     * @param latest when its message was written, which no honest time of it is after
     */
    public static Instant clock(FetchedArticle article, Instant latest) {
        if (!article.replay() && article.fetchedAt().isBefore(NEVER_SET)) {
            return sane(article.eventTime(), latest.isBefore(NEVER_SET) ? article.eventTime() : latest);
        }
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
        return lane(article);
    }

    /** The lane of an article that has the hit of one topic. */
    public static Lane lane(ClassifiedArticle article) {
        var fetched = article.fetched();
        return new Lane(article.topics().getFirst().topic(), fetched.replay(), fetched.exercise());
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

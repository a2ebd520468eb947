package dev.tocsin.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What polls found out about a feed; people never write here, but for asking for an earlier try.
 *
 * @param reason for people, why it is not {@code ok}; null where it is
 * @param failures tries that failed since the last that did not
 * @param declaredTitle what the feed calls itself
 * @param lastTry when it was last asked
 * @param lastWhole when it last gave its whole body
 * @param lastNewArticle when an article of it was last published
 * @param validators to ask it with; kept only when all of its articles are published
 * @param articles published since it is known
 */
public record FeedStatus(
        FeedState state,
        @Nullable String reason,
        int failures,
        @Nullable String declaredTitle,
        @Nullable Instant lastTry,
        @Nullable Instant lastWhole,
        @Nullable Instant lastNewArticle,
        Instant nextTry,
        Validators validators,
        long articles) {

    /** A feed that nobody has asked yet, due at once. */
    public static FeedStatus unknown(Instant now) {
        return new FeedStatus(FeedState.NEW, null, 0, null, null, null, null, now, Validators.NONE, 0);
    }

    /** It gave its body, and all articles in it are published or were before. */
    public FeedStatus published(Instant now, Instant next, @Nullable String title, Validators given, int newArticles) {
        return new FeedStatus(
                FeedState.OK,
                null,
                0,
                title == null ? declaredTitle : title,
                now,
                now,
                newArticles > 0 ? now : lastNewArticle,
                next,
                given,
                articles + newArticles);
    }

    /** It gave its body, and the channel did not take all of it: the next try has to ask for the whole body again. */
    public FeedStatus unpublished(Instant now, Instant next, String why, int newArticles) {
        return new FeedStatus(
                state,
                why,
                failures,
                declaredTitle,
                now,
                lastWhole,
                newArticles > 0 ? now : lastNewArticle,
                next,
                Validators.NONE,
                articles + newArticles);
    }

    public FeedStatus unchanged(Instant now, Instant next) {
        return tried(FeedState.OK, null, 0, now, next);
    }

    public FeedStatus rateLimited(Instant now, Instant next) {
        return tried(FeedState.RATE_LIMITED, "its server asks for fewer requests", failures + 1, now, next);
    }

    public FeedStatus failed(Instant now, Instant next, String why) {
        return tried(FeedState.FAILING, why, failures + 1, now, next);
    }

    /**
     * What to ask with: nothing where the last whole body is older than {@code wholeEvery}, because some servers send
     * one constant ETag for changing content.
     */
    public Validators validatorsAt(Instant now, Duration wholeEvery) {
        boolean recent = lastWhole != null && now.isBefore(lastWhole.plus(wholeEvery));
        return recent ? validators : Validators.NONE;
    }

    private FeedStatus tried(FeedState now, @Nullable String why, int failed, Instant at, Instant next) {
        return new FeedStatus(
                now, why, failed, declaredTitle, at, lastWhole, lastNewArticle, next, validators, articles);
    }
}

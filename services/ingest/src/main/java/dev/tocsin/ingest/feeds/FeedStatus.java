package dev.tocsin.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What polls found out about a feed; people never write here, but for asking for an earlier try.
 *
 * @param why it is not {@code ok}, or what there is to know although it is; null where nothing is
 * @param failures tries that failed since the last that did not
 * @param declaredTitle what the feed calls itself
 * @param lastTry when it was last asked
 * @param lastWhole when it last gave its whole body
 * @param lastNewArticle when an article of it was last published
 * @param nextTry {@link #NEVER} for one that is gone
 * @param validators to ask it with; kept only when all of its articles are published
 * @param articles published since it is known
 */
public record FeedStatus(
        FeedState state,
        @Nullable Why why,
        int failures,
        @Nullable String declaredTitle,
        @Nullable Instant lastTry,
        @Nullable Instant lastWhole,
        @Nullable Instant lastNewArticle,
        Instant nextTry,
        Validators validators,
        long articles,
        Pace pace,
        Moved moved) {
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** For people; null where there is nothing to say. */
    public @Nullable String reason() {
        return why == null ? null : why.words();
    }

    /** A feed that nobody has asked yet, due at once. */
    public static FeedStatus unknown(Instant now) {
        return new FeedStatus(
                FeedState.NEW, null, 0, null, null, null, null, now, Validators.NONE, 0, Pace.UNKNOWN, Moved.NOWHERE);
    }

    /** It gave its body, and all articles in it are published or were before. */
    public FeedStatus published(Instant now, Instant next, Pace learned, Moved where, Published gave) {
        return new FeedStatus(
                stateAt(now, learned),
                whyAt(now, learned, where),
                0,
                gave.title() == null ? declaredTitle : gave.title(),
                now,
                now,
                gave.articles() > 0 ? now : lastNewArticle,
                next,
                gave.validators(),
                articles + gave.articles(),
                learned,
                where);
    }

    /**
     * What a body gave.
     *
     * @param title that the feed gives itself
     * @param validators that came with it
     * @param articles published for the first time
     */
    public record Published(@Nullable String title, Validators validators, int articles) {}

    /** It gave its body, and the channel did not take all of it: the next try has to ask for the whole body again. */
    public FeedStatus unpublished(Instant now, Instant next, String why, int newArticles) {
        return new FeedStatus(
                state,
                new Why("unpublished", why),
                failures,
                declaredTitle,
                now,
                lastWhole,
                newArticles > 0 ? now : lastNewArticle,
                next,
                Validators.NONE,
                articles + newArticles,
                pace,
                moved);
    }

    public FeedStatus unchanged(Instant now, Instant next, Pace learned) {
        return new FeedStatus(
                stateAt(now, learned),
                whyAt(now, learned, moved),
                0,
                declaredTitle,
                now,
                lastWhole,
                lastNewArticle,
                next,
                validators,
                articles,
                learned,
                moved);
    }

    public FeedStatus throttled(Instant now, Instant next) {
        return tried(FeedState.THROTTLED, new Why("throttled", "its server asks for fewer requests"), now, next, moved);
    }

    public FeedStatus blocked(Instant now, Instant next, Why why) {
        return tried(FeedState.BLOCKED, why, now, next, moved.failed());
    }

    /** A new address that is gone only means that the old one is asked again. */
    public FeedStatus gone(Instant now, Instant next) {
        return moved.isBelieved()
                ? failed(
                        now,
                        next,
                        new Why(
                                "moved-gone",
                                "the address it had moved to is gone (HTTP status 410); its own is asked again"))
                : tried(
                        FeedState.GONE,
                        new Why(
                                "gone",
                                "its server says that it is gone for good (HTTP status 410); any change of it has it"
                                        + " asked again"),
                        now,
                        NEVER,
                        Moved.NOWHERE);
    }

    public FeedStatus failed(Instant now, Instant next, Why why) {
        return tried(FeedState.FAILING, why, now, next, moved.failed());
    }

    /**
     * What to ask with: nothing where the last whole body is older than {@code wholeEvery}, because some servers send
     * one constant ETag for changing content.
     */
    public Validators validatorsAt(Instant now, Duration wholeEvery) {
        boolean recent = lastWhole != null && now.isBefore(lastWhole.plus(wholeEvery));
        return recent ? validators : Validators.NONE;
    }

    private static FeedState stateAt(Instant now, Pace learned) {
        return learned.rhythm().isQuiet(now) ? FeedState.QUIET : FeedState.OK;
    }

    private static @Nullable Why whyAt(Instant now, Pace learned, Moved where) {
        if (learned.rhythm().isQuiet(now)) {
            return new Why(
                    "nothing-new",
                    "nothing new since " + learned.rhythm().newest() + "; an item every "
                            + learned.rhythm().usual() + " is usual");
        }
        return where.isBelieved() ? new Why("moved", "it has moved to " + where.to() + " and is read there") : null;
    }

    private FeedStatus tried(FeedState now, Why why, Instant at, Instant next, Moved where) {
        return new FeedStatus(
                now,
                why,
                failures + 1,
                declaredTitle,
                at,
                lastWhole,
                lastNewArticle,
                next,
                validators,
                articles,
                pace,
                where);
    }
}

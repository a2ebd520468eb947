package dev.tocsin.ingest.relook;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.ingest.article.CanonicalUrl;
import dev.tocsin.ingest.edit.Difference;
import dev.tocsin.ingest.edit.Wording;
import dev.tocsin.ingest.reading.PageReading;
import dev.tocsin.ingest.reading.PageReading.Gone;
import dev.tocsin.ingest.reading.PageReading.Readable;
import dev.tocsin.ingest.reading.PageReading.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells what a look at a page means. A page is gone when its server says so twice, or twice leads to the front page: one
 * 404 may be a cache's, and what a server that is down says means nothing.
 */
public final class LookJudge {
    private static final long VANISHED = 0x76616e6973686564L;
    private static final String FRONT_PAGE = "its address leads to the front page";

    private final ReLookSchedule schedule;

    public LookJudge(ReLookSchedule schedule) {
        this.schedule = schedule;
    }

    /** @param now when the page was read */
    public Look judge(ReLook look, PageReading reading, Instant now) {
        return switch (reading) {
            case Unknown(var reason) -> Look.unchanged(look, schedule.next(look.alertedAt(), now));
            case Gone(var status) -> missing(look, "HTTP status " + status, now);
            case Readable page when leadsToTheFrontPage(look, page) -> missing(look, FRONT_PAGE, now);
            case Readable page
            when page.wall() || page.text().isBlank() -> Look.unchanged(look, schedule.next(look.alertedAt(), now));
            case Readable page -> there(look, page, now);
        };
    }

    private static boolean leadsToTheFrontPage(ReLook look, Readable page) {
        var asked = CanonicalUrl.of(look.url());
        var got = CanonicalUrl.of(page.url());
        return asked.isPresent()
                && got.isPresent()
                && CanonicalUrl.namesOnePage(asked.get())
                && !CanonicalUrl.namesOnePage(got.get());
    }

    private Look missing(ReLook look, String reason, Instant now) {
        var next = schedule.next(look.alertedAt(), now);
        if (look.vanished()) {
            return Look.unchanged(look, next);
        }
        if (!look.suspected()) {
            return new Look(look.suspecting(), schedule.confirmation(now), null, null);
        }
        var vanished = List.of(new ArticleChange(ArticleChange.VANISHED, null, reason));
        return Look.found(look.gone(), next, VANISHED, vanished, null);
    }

    private Look there(ReLook look, Readable page, Instant now) {
        var next = schedule.next(look.alertedAt(), now);
        var wording = Wording.of(page.title(), page.text());
        if (look.wording() == null && !look.vanished()) {
            return Look.unchanged(look.seen(page.title(), wording), next);
        }
        var changes = new ArrayList<ArticleChange>();
        if (look.vanished()) {
            changes.add(new ArticleChange(ArticleChange.BACK, null, null));
        }
        if (look.wording() != null
                && Difference.between(look.wording(), look.title(), wording, page.title())
                        instanceof Difference.Edit(var edits)) {
            changes.addAll(edits);
        }
        if (changes.isEmpty()) {
            return Look.unchanged(look.seen(look.title(), look.wording()), next);
        }
        boolean edited = changes.size() > (look.vanished() ? 1 : 0);
        return edited
                ? Look.found(look.seen(page.title(), wording), next, wording.words(), changes, words(look, page))
                : Look.found(
                        look.seen(look.title(), Objects.requireNonNullElse(look.wording(), wording)),
                        next,
                        ~VANISHED,
                        changes,
                        null);
    }

    /** The title stays the feed's where the page's own did not change: a page's often has the paper's name in it. */
    private static Look.Words words(ReLook look, Readable page) {
        boolean retitled = page.title() != null && !page.title().equals(look.title());
        return new Look.Words(retitled ? page.title() : null, page.text());
    }
}

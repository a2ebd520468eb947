package dev.tocsin.local.replay;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns an article of a scenario into what ingest would have sent of it, in order: its first text, edits, its end. */
final class ArticleSteps {
    private static final String UNKNOWN = "unknown";
    private static final String USUAL_DELAY = "3m";
    private static final int ID_BYTES = 16;

    private ArticleSteps() {}

    static List<Step> of(ScenarioFile.Article article, ScenarioFile.Publisher publisher) {
        var published = article.at().toInstant();
        var steps = new ArrayList<Step>();
        var text =
                first(article, publisher, published.plus(delay(article.seen() == null ? USUAL_DELAY : article.seen())));
        steps.add(new Step(text));
        for (var edit : article.edits() == null ? List.<ScenarioFile.Edit>of() : article.edits()) {
            text = edited(text, edit, published.plus(delay(edit.after())));
            steps.add(new Step(text));
        }
        if (article.gone() != null) {
            var vanished = new ArticleChange(ArticleChange.VANISHED, null, "the page is gone (HTTP 410)");
            steps.add(new Step(
                    text.revised(text.revision() + 1, List.of(vanished), published.plus(delay(article.gone())))));
        }
        requireOrder(steps);
        return steps;
    }

    private static FetchedArticle first(ScenarioFile.Article article, ScenarioFile.Publisher publisher, Instant seen) {
        if (article.title() == null && article.text() == null) {
            throw new IllegalArgumentException("has neither title nor text");
        }
        var url = "https://" + publisher.host() + "/" + article.id();
        return new FetchedArticle(
                id(url),
                1,
                url,
                url,
                article.id(),
                strip(article.title()),
                Objects.requireNonNullElse(strip(article.text()), ""),
                null,
                null,
                date(article),
                seen,
                true,
                null,
                publisher.source(),
                new Origin(article.credit(), publisher.family(), null, null),
                List.of(),
                article.language());
    }

    private static FetchedArticle edited(FetchedArticle before, ScenarioFile.Edit edit, Instant seen) {
        var title = edit.title() == null ? before.title() : strip(edit.title());
        var text = edit.text() == null ? before.text() : Objects.requireNonNull(strip(edit.text()));
        var changes = new ArrayList<ArticleChange>();
        if (!Objects.equals(title, before.title())) {
            changes.add(new ArticleChange(ArticleChange.TITLE, before.title(), title));
        }
        if (!text.equals(before.text())) {
            changes.add(new ArticleChange(ArticleChange.TEXT, null, null));
        }
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("has an edit after " + edit.after() + " that changes nothing");
        }
        return before.withWords(title, text, null).revised(before.revision() + 1, changes, seen);
    }

    private static void requireOrder(List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (!steps.get(i - 1).at().isBefore(steps.get(i).at())) {
                throw new IllegalArgumentException(
                        "edits and end must come one after the other, and after it was seen");
            }
        }
    }

    private static @Nullable Instant date(ScenarioFile.Article article) {
        if (article.dated() == null) {
            return article.at().toInstant();
        }
        try {
            return article.dated().equals(UNKNOWN)
                    ? null
                    : OffsetDateTime.parse(article.dated()).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'dated' is '" + article.dated() + "', expected 'unknown' or a time as 2022-01-05T18:20+06:00");
        }
    }

    /** Days, hours and minutes as people write them: {@code 2d}, {@code 26h}, {@code 4m}. */
    private static Duration delay(String text) {
        if (!text.matches("[0-9]{1,4}[mhd]")) {
            throw new IllegalArgumentException("'" + text + "' is no time span, expected such as 4m, 26h or 2d");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    static String id(String url) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(("replay\n" + url).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package dev.tocsin.archive.lab;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that one pack takes and the other does not, as much of it as shows why.
 *
 * @param title at most 300 characters
 * @param excerpt of the text around the first evidence, at most 400 characters
 * @param score by the pack that takes it
 * @param other by the one that does not; null where there is none
 * @param evidence with offsets in {@code title} and {@code excerpt}
 * @param story that it was in; null where it was in none
 * @param relevant what the desk said of that story
 */
public record Example(
        String article,
        Instant at,
        String language,
        String source,
        String title,
        String excerpt,
        double score,
        @Nullable Double other,
        List<Evidence> evidence,
        @Nullable String story,
        @Nullable Boolean relevant) {
    private static final int TITLE = 300;
    private static final int EXCERPT = 400;
    private static final int BEFORE = 120;

    static Example of(Met met, Hit by, @Nullable Hit other, @Nullable KnownStory story) {
        var title = cut(met.title() == null ? "" : met.title(), 0, TITLE);
        int first = by.evidence().stream()
                .filter(e -> e.field() == Field.TEXT)
                .mapToInt(Evidence::start)
                .min()
                .orElse(0);
        int begin = begin(met.text(), first);
        var excerpt = cut(met.text(), begin, EXCERPT);
        var evidence = new ArrayList<Evidence>();
        for (var each : by.evidence()) {
            boolean inTitle = each.field() == Field.TITLE;
            int shift = inTitle ? 0 : begin;
            int room = inTitle ? title.length() : excerpt.length();
            if (each.start() >= shift && each.end() - shift <= room) {
                evidence.add(new Evidence(
                        each.signal(), each.field(), each.start() - shift, each.end() - shift, each.term()));
            }
        }
        return new Example(
                met.article(),
                met.at(),
                met.language(),
                met.source(),
                title,
                excerpt,
                by.score(),
                other == null ? null : other.score(),
                evidence,
                story == null ? null : story.id(),
                story == null ? null : story.relevant());
    }

    /** A little before the evidence, where a word begins. */
    private static int begin(String text, int evidence) {
        int from = Math.clamp(evidence - BEFORE, 0, text.length());
        if (from == 0) {
            return 0;
        }
        int space = text.indexOf(' ', from);
        return space < 0 || space >= evidence ? whole(text, from) : space + 1;
    }

    private static String cut(String text, int from, int most) {
        int to = Math.min(text.length(), from + most);
        return text.substring(from, to < text.length() ? whole(text, to) : to);
    }

    /** Not within a surrogate pair. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}

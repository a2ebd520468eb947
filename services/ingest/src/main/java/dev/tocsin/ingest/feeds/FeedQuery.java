package dev.tocsin.ingest.feeds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds somebody wants to see. What is null does not narrow the list.
 *
 * @param state a label of {@link FeedState}, {@code quiet}, or {@code paused}, which no other state's list holds
 * @param tag whole, or the part of a tree before a slash
 * @param country of the source as the desk says, ISO 3166-1 alpha-2
 * @param language as the desk says
 * @param q words, all of which are in the address, the title or the tags
 */
public record FeedQuery(
        @Nullable String state,
        @Nullable String tag,
        @Nullable String country,
        @Nullable String language,
        List<String> q) {
    public static final FeedQuery ALL = new FeedQuery(null, null, null, null, List.of());
    public static final String PAUSED = "paused";
    public static final String QUIET = "quiet";

    private static final List<String> STATES = Stream.concat(
                    Arrays.stream(FeedState.values()).map(FeedState::label), Stream.of(QUIET, PAUSED))
            .distinct()
            .toList();
    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 200;

    public FeedQuery {
        q = List.copyOf(q);
    }

    /**
     * Reads the parameters of a request; blank ones count as absent.
     *
     * @throws IllegalArgumentException that names the parameter that is wrong
     */
    public static FeedQuery of(
            @Nullable String state,
            @Nullable String tag,
            @Nullable String country,
            @Nullable String language,
            @Nullable String q) {
        var wanted = blankIsNull(state);
        if (wanted != null && !STATES.contains(wanted)) {
            throw new IllegalArgumentException(
                    "'state' is '" + wanted + "', expected one of " + String.join(", ", STATES));
        }
        var land = blankIsNull(country);
        var words = blankIsNull(q);
        if (words != null && words.length() > LONGEST) {
            throw new IllegalArgumentException("'q' has " + words.length() + " characters, at most " + LONGEST);
        }
        return new FeedQuery(
                wanted,
                blankIsNull(tag),
                land == null ? null : land.toUpperCase(Locale.ROOT),
                blankIsNull(language),
                words == null
                        ? List.of()
                        : Arrays.stream(words.split("\\s+")).limit(MOST_WORDS).toList());
    }

    /**
     * A regular expression that finds a word in either case, in every script: each letter stands in both of its cases,
     * because stores differ in what their own flag for it means beyond ASCII.
     */
    public static String anyCase(String word) {
        var pattern = new StringBuilder();
        word.codePoints().forEach(c -> {
            int lower = Character.toLowerCase(c);
            int upper = Character.toUpperCase(c);
            if (lower != upper) {
                pattern.append('[')
                        .appendCodePoint(lower)
                        .appendCodePoint(upper)
                        .append(']');
            } else {
                append(c, pattern);
            }
        });
        return pattern.toString();
    }

    /** A regular expression that finds the text as it is, whatever it holds. */
    public static String asItIs(String text) {
        var pattern = new StringBuilder();
        text.codePoints().forEach(c -> append(c, pattern));
        return pattern.toString();
    }

    /** By its number where it might mean something to an expression, or end it as U+0000 does in BSON. */
    private static void append(int c, StringBuilder pattern) {
        if (Character.isLetterOrDigit(c)) {
            pattern.appendCodePoint(c);
        } else {
            pattern.append("\\x{").append(Integer.toHexString(c)).append('}');
        }
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

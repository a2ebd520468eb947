package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.dashboard.words.Speech;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed, in the reader's language where the alert's fields say enough; else in its own English words. Cards of the board
 * have the same from their script ({@code changes.js}).
 */
final class ChangeWords {
    /** What the figures of alerts look like: "at least 1,000", "up to 50", "12 to 15"; "a number" is none of them. */
    private static final Pattern AMOUNT =
            Pattern.compile("(at least |up to )?(\\d[\\d,]{0,15})(?: to (\\d[\\d,]{0,15}))?");

    private static final String FIRST_SEEN = "new story, first seen at ";

    private final Speech speech;

    private ChangeWords(Speech speech) {
        this.speech = speech;
    }

    static String of(Alert.Change change, Speech speech) {
        if (speech.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return change.text();
        }
        var said = new ChangeWords(speech).told(change);
        return said == null ? change.text() : said;
    }

    private @Nullable String told(Alert.Change change) {
        var before = change.before() == null ? "" : change.before();
        var after = change.after() == null ? "" : change.after();
        var detail = change.detail();
        return switch (change.kind()) {
            case "articles", "muted", "more" -> counted(change.kind(), before, after);
            case "new-origin" ->
                isNumber(after) ? speech.say("change.new-origin", Long.parseLong(after), tail(change.text())) : null;
            case "new-story" -> speech.say("change.new-story", change.text().replace(FIRST_SEEN, ""));
            case "new-language" -> speech.say("change.new-language", added(before, after));
            case "severity" -> speech.say("change.severity", name("severity.", before), name("severity.", after));
            case "merged" -> speech.say("change.merged", tail(change.text()));
            case "phase" -> speech.say("change.phase", after);
            case "burst-names" -> speech.say("change.burst-names", after);
            case "burst-over" -> speech.say("change.burst-over", before);
            case "silence" -> speech.say("change.silence", after, before);
            case "cause" -> known("change.cause.", after);
            case "figure" -> detail == null ? null : figure(before, after, detail);
            case "figure-ended" -> detail == null ? null : ended(before, detail);
            case "figure-repeated" ->
                detail == null
                        ? null
                        : speech.say("change.figure-repeated", what(detail), amount(after), text(detail.who()));
            case "reaction" -> detail == null ? null : reaction(before, after, detail);
            case "burst" -> detail == null || !isNumber(after) ? null : burst(before, after, detail);
            default -> known("change.", change.kind());
        };
    }

    /** What a word is called where there is a name for it; null else. */
    private @Nullable String known(String prefix, String word) {
        var name = speech.name(prefix, word);
        return name.equals(word.replace('-', ' ')) ? null : name;
    }

    private String name(String prefix, String word) {
        return speech.name(prefix, word);
    }

    private @Nullable String counted(String kind, String before, String after) {
        return isNumber(after)
                ? speech.say("change." + kind, Long.parseLong(after), isNumber(before) ? Long.parseLong(before) : 0L)
                : null;
    }

    private String figure(String before, String after, Alert.Detail detail) {
        var who = text(detail.who());
        var how = text(detail.how());
        var said = how.equals("official") || how.equals("part")
                ? speech.say("change.figure." + how, what(detail), amount(after), who)
                : before.isEmpty()
                        ? speech.say("change.figure.told", what(detail), amount(after), who)
                        : speech.say("change.figure.rose", what(detail), amount(before), amount(after), who);
        return detail.against() == null ? said : speech.say("change.figure.against", said, amount(detail.against()));
    }

    private String ended(String before, Alert.Detail detail) {
        var how = List.of("taken-back", "dropped", "vanished", "denied").contains(text(detail.how()))
                        && detail.who() != null
                ? text(detail.how())
                : "nobody";
        return speech.say("change.figure-ended." + how, what(detail), amount(before), text(detail.who()));
    }

    private String reaction(String before, String after, Alert.Detail detail) {
        var stances = speech.state(text(detail.who())) + ": "
                + (before.isEmpty() ? "" : name("stance.", before) + " → ") + name("stance.", after);
        return detail.what() == null
                ? stances
                : speech.say("change.reaction.towards", stances, speech.state(detail.what()));
    }

    private String burst(String before, String after, Alert.Detail detail) {
        var key = text(detail.how()).equals("grown") ? "change.burst.grown" : "change.burst";
        return speech.say(key, Long.parseLong(after), before);
    }

    private String what(Alert.Detail detail) {
        return Arrays.stream(text(detail.what()).split("/", 2))
                .map(word -> speech.name("kind.", speech.name("scope.", word)))
                .collect(Collectors.joining(", "));
    }

    private String amount(String text) {
        var written = AMOUNT.matcher(text);
        if (!written.matches()) {
            return speech.say("number.some");
        }
        var low = digits(written.group(2));
        if (written.group(3) != null) {
            return speech.say("number.range", low, digits(written.group(3)));
        }
        return written.group(1) == null
                ? low
                : speech.say(written.group(1).startsWith("up") ? "number.upTo" : "number.atLeast", low);
    }

    private String digits(String written) {
        return speech.number(Long.parseLong(written.replace(",", "")));
    }

    private String added(String before, String after) {
        var known = List.of(before.split(", "));
        return Arrays.stream(after.split(", "))
                .filter(tag -> !tag.isEmpty() && !known.contains(tag))
                .map(speech::language)
                .collect(Collectors.joining(", "));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    private static String tail(String text) {
        return text.substring(text.indexOf(": ") < 0 ? 0 : text.indexOf(": ") + 2);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

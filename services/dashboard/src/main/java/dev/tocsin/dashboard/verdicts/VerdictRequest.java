package dev.tocsin.dashboard.verdicts;

import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as a client sends it, every field in doubt.
 *
 * @param verdict {@code acknowledged}, {@code relevant}, {@code irrelevant} or {@code muted}
 * @param by who decides, 1 to 80 characters; of people the dashboard knows it, and what is sent does not count
 * @param note up to 2,000 characters
 * @param until RFC 3339, in the future, at most the end of the year 9999; only with {@code muted}
 * @param scope {@code story}, {@code source} or {@code actor}; only with {@code muted}
 * @param target id of the source or English name of the actor that is muted; only with these scopes
 * @param takesBack id of the verdict that is taken back, up to 200 characters; only with {@code acknowledged}
 */
public record VerdictRequest(
        @Nullable String verdict,
        @Nullable String by,
        @Nullable String note,
        @Nullable String until,
        @Nullable String scope,
        @Nullable String target,
        @Nullable String takesBack) {
    static final int MAX_NAME = 80;
    static final int MAX_NOTE = 2000;
    static final int MAX_TARGET = 200;
    /** RFC 3339 has four digits for the year, and not every reader counts in longs. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final Set<String> SCOPES = Set.of("story", "source", "actor");

    /** What becomes of a request. */
    public sealed interface Outcome {}

    /** It is sound. */
    public record Sound(Verdict verdict) implements Outcome {}

    /** It is not, for all these reasons. */
    public record Refused(List<Fault> faults) implements Outcome {
        /** The reasons as one sentence. */
        public String detail() {
            return String.join("; ", faults.stream().map(Fault::detail).toList());
        }
    }

    /** What is wrong with one field, and how to mend it. */
    public record Fault(String field, String detail) {}

    /** The same, decided by somebody. */
    public VerdictRequest by(String name) {
        return new VerdictRequest(verdict, name, note, until, scope, target, takesBack);
    }

    /**
     * The verdict, or all that is wrong with the request.
     *
     * @param replay whether the story is an exercise's; null where nobody knows
     * @param id of the new verdict
     * @param now the time it is given
     */
    public Outcome on(String story, String topic, @Nullable Boolean replay, String id, Instant now) {
        var faults = new ArrayList<Fault>();
        var kind = kind();
        if (kind.isEmpty()) {
            faults.add(new Fault("verdict", "'verdict' must be acknowledged, relevant, irrelevant or muted"));
        }
        var name = by == null ? "" : by.strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault("by", "'by' must name who decides, in 1 to " + MAX_NAME + " characters on one line"));
        }
        if (note != null && note.length() > MAX_NOTE) {
            faults.add(new Fault("note", "'note' has " + note.length() + " characters, the most is " + MAX_NOTE));
        }
        boolean mutes = kind.filter(Verdict.Kind.MUTED::equals).isPresent();
        if (!mutes && kind.isPresent() && (until != null || scope != null)) {
            faults.add(new Fault(until != null ? "until" : "scope", "'until' and 'scope' belong to 'muted' only"));
        }
        if (scope != null && !SCOPES.contains(scope)) {
            faults.add(new Fault("scope", "'scope' must be story, source or actor"));
        }
        boolean needsTarget = "source".equals(scope) || "actor".equals(scope);
        if (needsTarget != (target != null && !target.isBlank()) || target != null && target.length() > MAX_TARGET) {
            faults.add(new Fault(
                    "target", "'target' must name the source or actor of that 'scope', in up to " + MAX_TARGET));
        }
        if (takesBack != null
                && (takesBack.isBlank()
                        || takesBack.length() > MAX_TARGET
                        || kind.filter(Verdict.Kind.ACKNOWLEDGED::equals).isEmpty())) {
            faults.add(new Fault("takesBack", "'takesBack' is the id of a verdict, and goes with 'acknowledged' only"));
        }
        var end = end(faults, now);
        return faults.isEmpty()
                ? new Sound(new Verdict(
                        id,
                        story,
                        topic,
                        kind.orElseThrow(),
                        name,
                        now,
                        blankToNull(note),
                        end,
                        scope,
                        target,
                        takesBack,
                        replay))
                : new Refused(List.copyOf(faults));
    }

    private Optional<Verdict.Kind> kind() {
        return Arrays.stream(Verdict.Kind.values())
                .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(verdict))
                .findFirst();
    }

    private @Nullable Instant end(List<Fault> faults, Instant now) {
        if (until == null) {
            return null;
        }
        try {
            var end = Instant.parse(until);
            if (!end.isAfter(now)) {
                faults.add(new Fault("until", "'until' is " + end + ", which has passed"));
            } else if (end.isAfter(LAST)) {
                faults.add(new Fault("until", "'until' is after the year 9999: leave it out for a mute without end"));
            }
            return end;
        } catch (DateTimeParseException e) {
            faults.add(new Fault("until", "'until' must be an RFC 3339 time such as 2022-01-06T12:00:00Z"));
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

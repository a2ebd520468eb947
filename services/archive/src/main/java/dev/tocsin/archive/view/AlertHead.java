package dev.tocsin.archive.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows of a story that rang: its latest alert and its latest verdict. Built from messages in any order, and
 * from the same ones again and again: the result depends on which were seen, never on when.
 *
 * @param alert the one of the highest revision; null while only a verdict arrived
 * @param firstAlerted the earliest time that it rang
 * @param verdict the one decided last
 */
public record AlertHead(
        String story, @Nullable Alert alert, @Nullable Instant firstAlerted, @Nullable Verdict verdict) {
    private static final Comparator<Verdict> DECIDED =
            Comparator.comparing(Verdict::at).thenComparing(Verdict::id);

    /** The head of a story that nothing is known of. */
    public static AlertHead of(String story) {
        return new AlertHead(story, null, null, null);
    }

    /** The head after an alert; this very one where the alert tells nothing new. */
    public AlertHead with(Alert next) {
        var alerted = next.times().alerted();
        boolean earlier = firstAlerted == null || alerted.isBefore(firstAlerted);
        boolean newer = alert == null || next.revision() > alert.revision();
        return earlier || newer
                ? new AlertHead(story, newer ? next : alert, earlier ? alerted : firstAlerted, verdict)
                : this;
    }

    /** The head after a verdict; this very one where a later decision is known. */
    public AlertHead with(Verdict next) {
        return verdict == null || DECIDED.compare(next, verdict) > 0
                ? new AlertHead(story, alert, firstAlerted, next)
                : this;
    }

    /** Where the alert stands with the desk. */
    @JsonIgnore
    public Standing standing() {
        return Standing.of(verdict);
    }
}

package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was told of a story, and decided on it.
 *
 * @param revisions the latest first
 * @param verdicts the latest first
 */
public record AlertHistory(Alert latest, List<Alert> revisions, List<Verdict> verdicts) {
    /** The lists that stand beside the latest alert's fields in the archive's answer. */
    private record Lists(@Nullable List<Alert> revisions, @Nullable List<Verdict> verdicts) {}

    /** Reads the archive's answer: the latest alert's fields, with {@code revisions} and {@code verdicts} beside them. */
    public static AlertHistory read(byte[] json) throws UnreadableMessageException {
        var latest = Json.read(json, Alert.class);
        var lists = Json.read(json, Lists.class);
        var revisions = lists.revisions() == null || lists.revisions().isEmpty() ? List.of(latest) : lists.revisions();
        var verdicts = lists.verdicts() == null ? List.<Verdict>of() : lists.verdicts();
        return new AlertHistory(
                latest,
                revisions.stream()
                        .sorted(Comparator.comparingInt(Alert::revision).reversed())
                        .toList(),
                verdicts.stream()
                        .sorted(Comparator.comparing(Verdict::at).reversed())
                        .toList());
    }
}

package dev.tocsin.archive.lab;

import java.util.List;
import java.util.Map;

/**
 * What a draft finds in the archive.
 *
 * @param hits of all articles
 * @param languages the same for each language
 * @param days how many days a span of {@code when} has
 * @param when the articles that belong, and the stories that begin, in time
 * @param stories what would have rung
 * @param verdicts against what analysts said
 * @param gained examples that the draft takes and the version in force does not, clearest first
 * @param lost the other way round
 * @param shared examples that both take
 * @param bounded true where there are more stories than were looked at, the newest ones first
 */
public record Findings(
        Counts hits,
        Map<String, Counts> languages,
        int days,
        List<Calendar.Span> when,
        Stories stories,
        Against verdicts,
        List<Example> gained,
        List<Example> lost,
        List<Example> shared,
        boolean bounded) {
    /**
     * Stories, by whether the draft takes an article of them.
     *
     * @param kept that there were, and would be with the draft
     * @param gone that there were and the draft takes nothing of
     * @param estimated new ones, gathered by what articles share: an estimate
     */
    public record Stories(long kept, long gone, long estimated) {}
}

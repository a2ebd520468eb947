package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.dashboard.pages.SearchHit.Part;
import java.util.List;

/**
 * Why a search was not answered.
 *
 * @param reason the archive's word for what is wrong with the search, which the page has words for; empty where it is something else
 * @param detail what the archive says, in English
 * @param spot the search in three parts, the wrong one marked; none where no spot is known
 * @param start first UTF-16 unit of it
 * @param end one past its last
 */
public record SearchTrouble(String reason, String detail, List<Part> spot, int start, int end) {
    /**
     * Of an answer that is an error.
     *
     * @param q the search as it was asked
     * @param problem the archive's whole answer
     */
    static SearchTrouble of(String q, String detail, JsonNode problem) {
        var reason = problem.path("reason").asText("");
        int start = problem.path("position").path("start").asInt(-1);
        if (q.isEmpty() || start < 0 || start > q.length()) {
            return new SearchTrouble(reason, detail, List.of(), 0, 0);
        }
        int end = Math.clamp(problem.path("position").path("end").asInt(start), start, q.length());
        var spot = List.of(
                new Part(q.substring(0, start), false),
                // at the end of a search nothing is there to be marked
                new Part(start == end ? "…" : q.substring(start, end), true),
                new Part(q.substring(end), false));
        return new SearchTrouble(reason, detail, spot, start, end);
    }
}

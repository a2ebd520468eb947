package dev.tocsin.contracts;

/**
 * The words that a topic hit rests on.
 *
 * @param signal id of the pack's signal that fired
 * @param start first UTF-16 unit in the field
 * @param end one past the last UTF-16 unit
 * @param term the pack's term that matched, as the pack writes it
 */
public record Evidence(String signal, Field field, int start, int end, String term) {
    public Evidence {
        Checks.required(signal, "evidence.signal");
        Checks.required(field, "evidence.field");
        Checks.span(start, end);
        Checks.required(term, "evidence.term");
    }
}

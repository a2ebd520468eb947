package dev.tocsin.dashboard.pages;

import org.jspecify.annotations.Nullable;

/** The words of the NATO/Admiralty system (AJP-2.1): how far a source can be trusted, and how far what it says. */
public final class Admiralty {
    private Admiralty() {}

    /** Of a source, A to F; where nobody judged it, that. */
    public static String reliability(@Nullable String grade) {
        return switch (grade == null ? "" : grade) {
            case "A" -> "completely reliable";
            case "B" -> "usually reliable";
            case "C" -> "fairly reliable";
            case "D" -> "not usually reliable";
            case "E" -> "unreliable";
            case "F" -> "cannot be judged";
            default -> "not graded";
        };
    }

    /** Of what is told, 1 to 6. */
    public static String credibility(int grade) {
        return switch (grade) {
            case 1 -> "confirmed";
            case 2 -> "probably true";
            case 3 -> "possibly true";
            case 4 -> "doubtful";
            case 5 -> "improbable";
            default -> "cannot be judged";
        };
    }
}

package dev.tocsin.ingest.coverage;

/** What a look at one subject found. */
public sealed interface Finding {
    /** Nothing that anybody has to be told. */
    record Nothing() implements Finding {}

    /** It sends far less than its usual, and nobody was told yet. */
    record Begins(Shortfall shortfall) implements Finding {}

    /** It still does, as was told. */
    record Lasts() implements Finding {}

    /** It still does, and now for another cause. */
    record Changes(Cause cause, Shortfall shortfall) implements Finding {}

    /**
     * It sends as usual again.
     *
     * @param observed articles in the last hours
     */
    record Ends(int hours, int observed) implements Finding {}

    /** It lasted, and nobody watches it any more: its feeds were paused or deleted. */
    record Unwatched() implements Finding {}
}

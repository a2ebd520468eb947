package dev.tocsin.archive.lab;

/**
 * Articles by which of two packs they belong to.
 *
 * @param articles all that were read
 * @param draft that belong by the draft
 * @param live that belong by the version in force
 * @param same that belong by both
 */
public record Counts(long articles, long draft, long live, long same) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(boolean byDraft, boolean byLive) {
        return new Counts(
                articles + 1, draft + (byDraft ? 1 : 0), live + (byLive ? 1 : 0), same + (byDraft && byLive ? 1 : 0));
    }

    /** That belong by the draft alone. */
    public long gained() {
        return draft - same;
    }

    /** That belong by the version in force alone. */
    public long lost() {
        return live - same;
    }
}

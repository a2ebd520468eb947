package dev.tocsin.archive.search;

/** A search that cannot be read; the message says what is wrong and how to mend it. */
public final class SearchSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;

    /**
     * What is wrong.
     *
     * @param start first UTF-16 unit of the spot in the search
     * @param end one past the last; more than {@code start}, but at the end of the search
     */
    public SearchSyntaxException(int start, int end, String detail) {
        super(detail);
        this.start = start;
        this.end = end;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}

package dev.tocsin.archive.search;

import java.util.Locale;

/** A search that cannot be read; the message says what is wrong and how to mend it. */
public final class SearchSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What can be wrong with a search, for who says it in words of their own. */
    public enum Reason {
        TOO_LONG,
        TOO_DEEP,
        TOO_MANY_WORDS,
        NOTHING,
        WORD_MISSING,
        WORD_MISSING_BEFORE,
        NO_WORD,
        QUOTE_OPEN,
        PHRASE_TOO_LONG,
        PARENTHESIS_OPEN,
        PARENTHESIS_ALONE,
        PARENTHESIS_EMPTY,
        STAR_INSIDE,
        PREFIX_TOO_SHORT,
        PREFIX_TOO_COMMON,
        PREFIX_PARTED,
        FIELD_UNKNOWN,
        FIELD_EMPTY;

        /** As the API has it, such as {@code quote-open}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final int start;
    private final int end;

    /**
     * What is wrong.
     *
     * @param start first UTF-16 unit of the spot in the search
     * @param end one past the last; more than {@code start}, but at the end of the search
     */
    public SearchSyntaxException(Reason reason, int start, int end, String detail) {
        super(detail);
        this.reason = reason;
        this.start = start;
        this.end = end;
    }

    public Reason reason() {
        return reason;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}

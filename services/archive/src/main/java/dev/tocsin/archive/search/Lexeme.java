package dev.tocsin.archive.search;

/**
 * A piece of a search.
 *
 * @param text without quotes, colon or star
 * @param start first UTF-16 unit in the search
 * @param end one past the last
 */
record Lexeme(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        PHRASE,
        PREFIX,
        FIELD,
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE,
        END
    }
}

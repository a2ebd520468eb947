package dev.tocsin.archive.search;

import java.util.List;

/** A search as it was read. Places are UTF-16 units in it, for what may still be found wrong. */
public sealed interface Expression {
    /** A word in any of its forms, in any language. */
    record Word(String text, int start, int end) implements Expression {}

    /** Words one behind the other; a single one in quotes is meant as it stands. */
    record Phrase(String text, int start, int end) implements Expression {}

    /** All words that begin so, as they stand. */
    record Prefix(String text, int start, int end) implements Expression {}

    /** Each of these; two at least. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of these at least; two at least. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Expression part) implements Expression {}

    /** What is looked for in one field alone. */
    record In(Field field, Expression part) implements Expression {}

    /** The fields that a search may name, in small letters. */
    enum Field {
        TITLE,
        ACTOR,
        PLACE,
        LANGUAGE,
        TOPIC,
        SOURCE,
        COUNTRY,
        RELIABILITY
    }
}

package dev.tocsin.classify.match;

import dev.tocsin.classify.match.TermLexer.Kind;
import dev.tocsin.classify.match.TermLexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a term of a pack: Lucene's query syntax, where words side by side must all occur, with {@code NEAR/n} and {@code
 * BEFORE/n} between any two parts, and wildcards within phrases. Tightest bind NEAR and BEFORE, then AND, then OR.
 */
final class TermParser {
    private static final int DEEPEST = 40;
    private static final Expression NOTHING = new Expression.Any(List.of());

    private final TermWords words;
    private List<Token> tokens = List.of();
    private int at;
    private int depth;

    TermParser(TermWords words) {
        this.words = words;
    }

    /** What a term asks for; not thread-safe. */
    Expression parse(String term) throws TermSyntaxException {
        tokens = TermLexer.tokens(term);
        at = 0;
        depth = 0;
        var expression = any();
        if (peek() != Kind.END) {
            throw TermLexer.refused("a ')' has no '('");
        }
        return expression;
    }

    private Kind peek() {
        return tokens.get(at).kind();
    }

    private Token take() {
        return tokens.get(at++);
    }

    private boolean takes(Kind kind) {
        if (peek() == kind) {
            at++;
            return true;
        }
        return false;
    }

    private Expression any() throws TermSyntaxException {
        var ways = new ArrayList<Expression>();
        do {
            ways.add(all());
        } while (takes(Kind.OR));
        return ways.size() == 1 ? ways.getFirst() : new Expression.Any(ways);
    }

    private Expression all() throws TermSyntaxException {
        var all = new ArrayList<Expression>();
        var none = new ArrayList<Expression>();
        do {
            if (takes(Kind.NOT)) {
                none.add(near());
            } else {
                all.add(near());
            }
            takes(Kind.AND);
        } while (!List.of(Kind.OR, Kind.CLOSE, Kind.END).contains(peek())
                || tokens.get(at - 1).kind() == Kind.AND);
        // a word that the analyzer drops is in no text to be found: as if it were not written
        all.removeIf(part -> part.anchors().isEmpty());
        if (all.isEmpty()) {
            return NOTHING;
        }
        return all.size() == 1 && none.isEmpty() ? all.getFirst() : new Expression.All(all, none);
    }

    private Expression near() throws TermSyntaxException {
        var first = tokens.get(at);
        var left = primary();
        while (peek() == Kind.NEAR || peek() == Kind.BEFORE) {
            var operator = take();
            var nearness = Nearness.between(operator.number(), operator.kind() == Kind.BEFORE);
            left = new Expression.Near(List.of(kept(first, left), side()), nearness);
        }
        return left;
    }

    private Expression side() throws TermSyntaxException {
        var token = tokens.get(at);
        return kept(token, primary());
    }

    /** Where nearness is asked for, a word that the analyzer drops is looked for as it stands, as in a phrase. */
    private Expression kept(Token token, Expression read) throws TermSyntaxException {
        return read.anchors().isEmpty() && token.kind() == Kind.WORD ? words.phrase(token.text(), 0) : read;
    }

    private Expression primary() throws TermSyntaxException {
        var token = take();
        return switch (token.kind()) {
            case WORD -> token.text().startsWith("fn:") ? function(token.text()) : words.word(token.text());
            case PHRASE -> words.phrase(token.text(), token.number());
            case OPEN -> bracket();
            case CLOSE -> throw TermLexer.refused("a ')' stands where a word should");
            case END -> throw TermLexer.refused("it ends where a word should follow");
            default ->
                throw TermLexer.refused(
                        "'" + token.text() + "' stands where a word should: put a word on both sides of it");
        };
    }

    private Expression bracket() throws TermSyntaxException {
        if (++depth > DEEPEST) {
            throw TermLexer.refused("brackets are nested deeper than " + DEEPEST);
        }
        var inner = any();
        close();
        depth--;
        return inner;
    }

    private void close() throws TermSyntaxException {
        if (!takes(Kind.CLOSE)) {
            throw TermLexer.refused("a '(' is not closed");
        }
    }

    /** Lucene's interval functions, of which only those that packs need. */
    private Expression function(String name) throws TermSyntaxException {
        if (!takes(Kind.OPEN)) {
            throw TermLexer.refused("after " + name + " a '(' is missing");
        }
        if (++depth > DEEPEST) {
            throw TermLexer.refused("functions are nested deeper than " + DEEPEST);
        }
        boolean limits = name.equals("fn:maxwidth") || name.equals("fn:maxgaps");
        int limit = limits ? TermLexer.number(take().text()) : 0;
        var parts = new ArrayList<Expression>();
        while (peek() != Kind.CLOSE && peek() != Kind.END) {
            parts.add(side());
        }
        close();
        depth--;
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.anchors().isEmpty())) {
            throw TermLexer.refused(name + " is empty, or has a word that the language's analyzer drops");
        }
        return switch (name) {
            case "fn:or" -> new Expression.Any(parts);
            case "fn:ordered" -> new Expression.Near(parts, Nearness.between(Integer.MAX_VALUE, true));
            case "fn:unordered" -> new Expression.Near(parts, Nearness.between(Integer.MAX_VALUE, false));
            case "fn:maxwidth" -> limited(name, parts, inOrder -> Nearness.width(limit, inOrder));
            case "fn:maxgaps" -> limited(name, parts, inOrder -> Nearness.between(limit, inOrder));
            default ->
                throw TermLexer.refused("'" + name
                        + "' is no function of packs: use NEAR/n, BEFORE/n, or fn:or, fn:ordered, fn:unordered,"
                        + " fn:maxwidth, fn:maxgaps");
        };
    }

    private interface Limit {
        Nearness of(boolean inOrder);
    }

    private static Expression limited(String name, List<Expression> parts, Limit limit) throws TermSyntaxException {
        if (parts.size() == 1 && parts.getFirst() instanceof Expression.Near near) {
            return new Expression.Near(near.parts(), limit.of(near.nearness().inOrder()));
        }
        throw TermLexer.refused(name + " takes a number and one fn:ordered or fn:unordered");
    }
}

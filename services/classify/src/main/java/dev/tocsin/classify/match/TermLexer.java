package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parts a term into words, phrases, brackets and operators, and refuses what Lucene's syntax has and packs have not. */
final class TermLexer {
    enum Kind {
        WORD,
        PHRASE,
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        NEAR,
        BEFORE,
        END
    }

    /** @param number of a phrase, how many words may stand between its own; of {@code NEAR} and {@code BEFORE}, the most */
    record Token(Kind kind, String text, int number) {}

    static final int LONGEST_TERM = 4000;
    private static final int USUAL_NEARNESS = 10;
    private static final int WIDEST_NEARNESS = 1000;

    private static final Map<String, Kind> OPERATORS =
            Map.of("AND", Kind.AND, "&&", Kind.AND, "OR", Kind.OR, "||", Kind.OR, "NOT", Kind.NOT, "!", Kind.NOT);

    private static final String BOOST = "'^' is not supported: give the term a signal with its own weight";
    private static final String RANGE = "ranges are not supported: escape '[', '{', '<' and '>' with '\\'";
    private static final Map<Character, String> REFUSED = Map.of(
            '~', "'~' after a word (fuzzy) is not supported: list the spellings, or use prefix*",
            '^', BOOST,
            '[', RANGE,
            ']', RANGE,
            '{', RANGE,
            '}', RANGE,
            '<', RANGE,
            '>', RANGE);

    private final String term;
    private int at;

    private TermLexer(String term) {
        this.term = term;
    }

    static List<Token> tokens(String term) throws TermSyntaxException {
        if (term.length() > LONGEST_TERM) {
            throw new TermSyntaxException("is no query: longer than " + LONGEST_TERM + " letters: write several terms");
        }
        var lexer = new TermLexer(term);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Kind.END);
        return tokens;
    }

    private Token next() throws TermSyntaxException {
        while (at < term.length() && Character.isWhitespace(term.charAt(at))) {
            at++;
        }
        if (at == term.length()) {
            return new Token(Kind.END, "", 0);
        }
        return switch (term.charAt(at)) {
            case '(' -> bracket(Kind.OPEN);
            case ')' -> bracket(Kind.CLOSE);
            case '"' -> phrase();
            case '-', '!' -> negation();
            case '/' -> throw refused("/regular expressions/ are not supported: use prefix*, or escape '/' as '\\/'");
            default -> word();
        };
    }

    private Token bracket(Kind kind) {
        return new Token(kind, String.valueOf(term.charAt(at++)), 0);
    }

    private Token negation() throws TermSyntaxException {
        at++;
        if (at == term.length() || Character.isWhitespace(term.charAt(at))) {
            throw refused("a '-' or '!' stands alone: write it before a word, or NOT");
        }
        return new Token(Kind.NOT, "-", 0);
    }

    private Token phrase() throws TermSyntaxException {
        var text = new StringBuilder();
        for (at++; at < term.length() && term.charAt(at) != '"'; at++) {
            if (term.charAt(at) == '\\' && at + 1 < term.length()) {
                at++;
            }
            text.append(term.charAt(at));
        }
        if (at == term.length()) {
            throw refused("a '\"' is not closed");
        }
        at++;
        if (text.toString().isBlank()) {
            throw refused("a phrase is empty");
        }
        int slop = 0;
        if (at < term.length() && term.charAt(at) == '~') {
            int from = ++at;
            while (at < term.length() && Character.isDigit(term.charAt(at))) {
                at++;
            }
            slop = number(term.substring(from, at));
        }
        return new Token(Kind.PHRASE, text.toString(), slop);
    }

    private Token word() throws TermSyntaxException {
        var text = new StringBuilder();
        boolean escaped = false;
        for (; at < term.length(); at++) {
            char c = term.charAt(at);
            if (c == '\\') {
                if (++at == term.length()) {
                    throw refused("a '\\' stands at the end");
                }
                // what is escaped parts words for every analyzer, but for letters
                text.append(Character.isLetterOrDigit(term.charAt(at)) ? term.charAt(at) : ' ');
                escaped = true;
            } else if (Character.isWhitespace(c) || c == '(' || c == ')' || c == '"') {
                break;
            } else if (REFUSED.containsKey(c)) {
                throw refused(REFUSED.get(c));
            } else if (c == ':' && !text.toString().equals("fn")) {
                throw text.toString().equals("*")
                        ? refused("'*:*' would match every article: name a word")
                        : new TermSyntaxException("a term cannot name a field: write '\\:' for a colon");
            } else {
                text.append(c);
            }
        }
        return escaped ? new Token(Kind.PHRASE, text.toString(), 0) : wordOrOperator(text.toString());
    }

    private static Token wordOrOperator(String word) throws TermSyntaxException {
        var operator = OPERATORS.get(word);
        if (operator != null) {
            return new Token(operator, word, 0);
        }
        for (var near : List.of(Kind.NEAR, Kind.BEFORE)) {
            if (word.equals(near.name())) {
                return new Token(near, word, USUAL_NEARNESS);
            }
            if (word.startsWith(near.name() + "/")) {
                return new Token(near, word, number(word.substring(near.name().length() + 1)));
            }
        }
        return new Token(Kind.WORD, word, 0);
    }

    static int number(String digits) throws TermSyntaxException {
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refused("'" + digits + "' is no number of words: write 0 to " + WIDEST_NEARNESS);
        }
        int number = Integer.parseInt(digits);
        if (number > WIDEST_NEARNESS) {
            throw refused("'" + digits + "' words are too many: write 0 to " + WIDEST_NEARNESS);
        }
        return number;
    }

    static TermSyntaxException refused(String reason) {
        return new TermSyntaxException("is no query: " + reason);
    }
}

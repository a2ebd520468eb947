package dev.tocsin.ingest.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tags and text, in one pass and whatever it is: there is no text that this does not read to the end.
 * What follows from a token is not its business.
 */
final class XmlTokens {
    /** What stands at the place last read. */
    enum Token {
        START,
        END,
        TEXT,
        CDATA,
        EOF
    }

    private final String text;
    private final Entities entities;
    private final Forgiven forgiven;
    private final SearchFrom search;
    private int at;
    private boolean doctypeAllowed = true;

    private String name = "";
    private String value = "";
    private boolean empty;
    private final List<String> attributes = new ArrayList<>();

    XmlTokens(String text, Forgiven forgiven) {
        this.text = Characters.cleaned(text, forgiven);
        this.search = new SearchFrom(this.text);
        this.entities = new Entities(forgiven);
        this.forgiven = forgiven;
    }

    /** Of the tag last read, as written. */
    String name() {
        return name;
    }

    /** Of the text last read, references resolved. */
    String value() {
        return value;
    }

    /** Whether the start tag last read is its element's end as well. */
    boolean isEmpty() {
        return empty;
    }

    /** Names as written and values, in turn. */
    List<String> attributes() {
        return attributes;
    }

    Token next() {
        while (at < text.length()) {
            if (text.charAt(at) != '<') {
                return text();
            }
            char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (Characters.startsName(c)) {
                return start();
            }
            if (c == '/') {
                if (end()) {
                    return Token.END;
                }
            } else if (text.startsWith("<![CDATA[", at)) {
                return cdata();
            } else if (c == '!' || c == '?') {
                skipDeclaration(c);
            } else {
                forgiven.add("stray-less-than");
                return text();
            }
        }
        return Token.EOF;
    }

    private Token text() {
        int lt = text.indexOf('<', at + 1);
        int end = lt < 0 ? text.length() : lt;
        value = entities.decode(text, at, end);
        at = end;
        return Token.TEXT;
    }

    private Token cdata() {
        int from = at + "<![CDATA[".length();
        int close = search.find("]]>", from);
        if (close < 0) {
            forgiven.add("unclosed-cdata");
        }
        value = text.substring(from, close < 0 ? text.length() : close);
        at = close < 0 ? text.length() : close + 3;
        return Token.CDATA;
    }

    private void skipDeclaration(char kind) {
        if (doctypeAllowed && text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
            // a second one would be read from its start again: once is enough
            doctypeAllowed = false;
            at = Doctype.read(text, at, entities, forgiven);
            return;
        }
        var closing = text.startsWith("<!--", at) ? "-->" : kind == '?' ? "?>" : ">";
        int close = search.find(closing, at + 2);
        if (close < 0) {
            forgiven.add("unclosed-comment");
            close = search.find(">", at);
            closing = ">";
        }
        at = close < 0 ? text.length() : close + closing.length();
    }

    private boolean end() {
        int from = at + 2;
        int to = from;
        while (to < text.length() && Characters.inName(text.charAt(to))) {
            to++;
        }
        // the nearer of the two, so that a text full of openings is not searched to its end for each of them
        int lt = text.indexOf('<', to);
        int close = text.indexOf('>', to, lt < 0 ? text.length() : lt);
        if (close < 0 && lt < 0) {
            forgiven.add("truncated");
            at = text.length();
            return false;
        }
        at = close < 0 ? lt : close + 1;
        name = text.substring(from, to);
        return true;
    }

    private Token start() {
        int to = at + 1;
        while (to < text.length() && Characters.inName(text.charAt(to))) {
            to++;
        }
        name = text.substring(at + 1, to);
        attributes.clear();
        empty = false;
        at = to;
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                forgiven.add("truncated");
                return Token.EOF;
            }
            char c = text.charAt(at);
            if (c == '>') {
                at++;
                return Token.START;
            }
            if (c == '<') {
                // the tag was never closed: what follows is the next one
                forgiven.add("unclosed-tag");
                return Token.START;
            }
            if (c == '/') {
                at++;
                empty = at < text.length() && text.charAt(at) == '>';
            } else if (Characters.inName(c)) {
                attribute();
            } else {
                forgiven.add("broken-attribute");
                at++;
            }
        }
    }

    private void attribute() {
        int from = at;
        while (at < text.length() && Characters.inName(text.charAt(at))) {
            at++;
        }
        var attribute = text.substring(from, at);
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != '=') {
            forgiven.add("broken-attribute");
            keep(attribute, "");
            return;
        }
        at++;
        skipBlanks();
        if (at < text.length()) {
            char quote = text.charAt(at);
            keep(attribute, quote == '"' || quote == '\'' ? quoted(quote) : unquoted());
        }
    }

    private String quoted(char quote) {
        int from = at + 1;
        int close = search.find(quote == '"' ? "\"" : "'", from);
        if (close < 0) {
            forgiven.add("broken-attribute");
            close = search.find(">", from);
            at = close < 0 ? text.length() : close;
            return entities.decode(text, from, Math.min(at, from + XmlLimits.ATTRIBUTE_LENGTH));
        }
        at = close + 1;
        if (close - from > XmlLimits.ATTRIBUTE_LENGTH) {
            forgiven.add("long-attribute");
        }
        return entities.decode(text, from, Math.min(close, from + XmlLimits.ATTRIBUTE_LENGTH));
    }

    private String unquoted() {
        forgiven.add("broken-attribute");
        int from = at;
        while (at < text.length() && !Characters.isBlank(text.charAt(at)) && ">\"'<".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return entities.decode(text, from, Math.min(at, from + XmlLimits.ATTRIBUTE_LENGTH));
    }

    private void keep(String attribute, String content) {
        if (attributes.size() < 2 * XmlLimits.ATTRIBUTES) {
            attributes.add(attribute);
            attributes.add(content);
        } else {
            forgiven.add("too-many-attributes");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Characters.isBlank(text.charAt(at))) {
            at++;
        }
    }
}

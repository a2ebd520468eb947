package dev.tocsin.dashboard.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Splits a text at the borders of its evidence. The pieces, joined, are always the text. */
public final class Marks {
    /** Evidence beyond this adds nothing for a reader and could make a page endless. */
    private static final int MAX_SPANS = 500;

    private Marks() {}

    /**
     * The pieces of a text, in order. Spans may overlap; one that reaches out of the text is cut to it, one that holds
     * nothing is left out, and a border inside a surrogate pair is moved so that no character is torn.
     */
    public static List<Piece> split(String text, List<Span> spans) {
        var held = spans.stream()
                .map(s -> new Span(border(text, s.start()), border(text, s.end()), s.kind(), s.topic(), s.label()))
                .filter(s -> s.start() < s.end())
                .limit(MAX_SPANS)
                .toList();
        var borders = new TreeSet<Integer>(List.of(0, text.length()));
        held.forEach(s -> {
            borders.add(s.start());
            borders.add(s.end());
        });
        var pieces = new ArrayList<Piece>();
        int start = 0;
        for (int end : borders.tailSet(1)) {
            pieces.add(piece(text, start, end, held));
            start = end;
        }
        return pieces;
    }

    private static Piece piece(String text, int start, int end, List<Span> spans) {
        return new Piece(
                text.substring(start, end),
                spans.stream().filter(s -> s.start() <= start && s.end() >= end).toList());
    }

    private static int border(String text, int offset) {
        int inside = Math.clamp(offset, 0, text.length());
        boolean torn = inside > 0
                && inside < text.length()
                && Character.isLowSurrogate(text.charAt(inside))
                && Character.isHighSurrogate(text.charAt(inside - 1));
        return torn ? inside - 1 : inside;
    }
}

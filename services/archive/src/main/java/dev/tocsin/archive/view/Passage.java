package dev.tocsin.archive.view;

import dev.tocsin.archive.index.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a text that shows best why it was found.
 *
 * @param text of at most {@link Excerpt#MOST_CHARACTERS}
 * @param highlights in it, in their order
 */
record Passage(String text, List<Span> highlights) {
    private static final int BEFORE = 60;
    private static final int LONGEST_WORD = 40;

    /**
     * The part with the most places in it, the first of equals.
     *
     * @param places in the text, in their order, none over another
     * @param firstWords the passage where there are none
     */
    static Passage of(String text, List<Span> places, String firstWords) {
        if (places.isEmpty()) {
            return new Passage(firstWords, List.of());
        }
        int reach = Excerpt.MOST_CHARACTERS - BEFORE - 2;
        int best = 0;
        int most = 0;
        for (int i = 0; i < places.size(); i++) {
            int end = places.get(i).start() + reach;
            int here = 0;
            for (int j = i; j < places.size() && places.get(j).end() <= end; j++) {
                here++;
            }
            if (here > most) {
                most = here;
                best = i;
            }
        }
        return cut(text, places, beginning(text, places.get(best).start()));
    }

    private static Passage cut(String text, List<Span> places, int from) {
        int to = end(text, from);
        var passage = new StringBuilder(Excerpt.MOST_CHARACTERS);
        if (from > 0) {
            passage.append('…');
        }
        int shift = passage.length() - from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            passage.append(Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c);
        }
        if (to < text.length()) {
            passage.append('…');
        }
        var highlights = new ArrayList<Span>();
        for (var place : places) {
            int start = Math.max(place.start(), from);
            int end = Math.min(place.end(), to);
            if (start < end) {
                highlights.add(new Span(start + shift, end + shift));
            }
        }
        return new Passage(passage.toString(), List.copyOf(highlights));
    }

    /** Some words before a place; the beginning where that is near. */
    private static int beginning(String text, int place) {
        int from = place - BEFORE;
        if (from <= 0) {
            return 0;
        }
        int limit = Math.min(place, from + LONGEST_WORD);
        for (int i = from; i < limit; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int end(String text, int from) {
        int to = from + Excerpt.MOST_CHARACTERS - 2;
        if (to >= text.length()) {
            return text.length();
        }
        for (int i = to; i > to - LONGEST_WORD; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
}

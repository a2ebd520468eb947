package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.List;

/**
 * How near to each other several things must stand.
 *
 * @param between the most words between them, in all
 * @param width the most words from the first to the last, both counted
 * @param inOrder whether they must stand in the order in which they are asked for
 */
record Nearness(int between, int width, boolean inOrder) {
    /** {@code NEAR/n}, {@code BEFORE/n}. */
    static Nearness between(int words, boolean inOrder) {
        return new Nearness(words, Integer.MAX_VALUE, inOrder);
    }

    /** {@code fn:maxwidth}. */
    static Nearness width(int words, boolean inOrder) {
        return new Nearness(Integer.MAX_VALUE, words, inOrder);
    }

    /** Where each part is; empty where one is nowhere. */
    static List<List<Span>> places(List<Expression> parts, Hits hits) {
        var places = new ArrayList<List<Span>>();
        for (var part : parts) {
            var spans = part.in(hits);
            if (spans.isEmpty()) {
                return List.of();
            }
            places.add(spans);
        }
        return places;
    }

    /**
     * From the first part to the last, wherever all are near each other and none stands on another.
     *
     * @param places of each part, in reading order
     */
    List<Span> of(List<List<Span>> places) {
        return inOrder ? ordered(places) : anyOrder(places);
    }

    private record Place(int part, Span span) {}

    /** The parts met last, at each place, are the narrowest window that ends there. */
    private List<Span> anyOrder(List<List<Span>> places) {
        var all = new ArrayList<Place>();
        for (int part = 0; part < places.size(); part++) {
            for (var span : places.get(part)) {
                all.add(new Place(part, span));
            }
        }
        all.sort((a, b) -> Span.IN_READING_ORDER.compare(a.span(), b.span()));
        var found = new ArrayList<Span>();
        var latest = new ArrayList<Span>();
        places.forEach(spans -> latest.add(spans.getFirst()));
        var met = new boolean[places.size()];
        int missing = places.size();
        for (var place : all) {
            missing -= met[place.part()] ? 0 : 1;
            met[place.part()] = true;
            latest.set(place.part(), place.span());
            if (missing == 0 && found.size() < Expression.MOST_SPANS && fits(latest)) {
                found.add(Span.over(latest));
            }
        }
        return found;
    }

    private List<Span> ordered(List<List<Span>> places) {
        var found = new ArrayList<Span>();
        for (var first : places.getFirst()) {
            var row = new ArrayList<Span>();
            row.add(first);
            for (int part = 1; part < places.size() && row.size() == part; part++) {
                for (var span : places.get(part)) {
                    if (span.first() > row.getLast().last()) {
                        row.add(span);
                        break;
                    }
                }
            }
            if (row.size() == places.size() && fits(row)) {
                found.add(Span.over(row));
            }
        }
        return found;
    }

    private boolean fits(List<Span> spans) {
        var whole = Span.over(spans);
        int own = 0;
        for (var span : spans) {
            own += span.words();
        }
        if (whole.words() > width || whole.words() - own > between) {
            return false;
        }
        for (int i = 0; i < spans.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (spans.get(i).overlaps(spans.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where each part follows the one before within its steps. */
    static List<Span> following(List<List<Span>> places, List<Integer> steps) {
        var found = new ArrayList<Span>();
        for (var first : places.getFirst()) {
            var row = new ArrayList<Span>();
            row.add(first);
            for (int part = 1; part < places.size() && row.size() == part; part++) {
                int after = row.getLast().last();
                for (var span : places.get(part)) {
                    if (span.first() > after && span.first() <= after + steps.get(part)) {
                        row.add(span);
                        break;
                    }
                }
            }
            if (row.size() == places.size()) {
                found.add(Span.over(row));
            }
        }
        return found;
    }
}

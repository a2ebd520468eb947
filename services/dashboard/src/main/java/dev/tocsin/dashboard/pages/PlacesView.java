package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Place;
import dev.tocsin.dashboard.charts.Outlines;
import dev.tocsin.dashboard.charts.PlaceMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where it happens: the places that the articles name, those named most first.
 *
 * @param drawing a map; null where no place has a position
 */
public record PlacesView(@Nullable Drawing drawing, List<Named> places) {
    private static final int MOST_PLACES = 40;
    private static final double RATIO = 0.5;
    private static final double NARROW_RATIO = 0.75;

    /**
     * A place.
     *
     * @param country in the reader's language; empty where it is not known
     * @param articles how many of the story name it
     */
    public record Named(String name, String country, int articles, String href) {}

    static PlacesView of(Dossier dossier, Outlines outlines) {
        var speech = dossier.speech();
        Map<String, Place> places = new LinkedHashMap<>();
        dossier.story().stream().flatMap(s -> s.places().stream()).forEach(p -> places.putIfAbsent(p.id(), p));
        Map<String, Integer> counts = new LinkedHashMap<>();
        places.keySet()
                .forEach(id -> counts.put(id, (int) dossier.articles().stream()
                        .filter(a -> a.places().contains(id))
                        .count()));
        var sorted = places.values().stream()
                .sorted(Comparator.comparingInt((Place p) -> counts.get(p.id())).reversed())
                .limit(MOST_PLACES)
                .toList();
        var dots = sorted.stream()
                .filter(p -> p.lat() != null && p.lon() != null)
                .map(p -> new PlaceMap.Dot(
                        speech.place(p.id(), p.name()),
                        p.lat(),
                        p.lon(),
                        counts.get(p.id()),
                        speech.say("placeIn", counts.get(p.id()), speech.place(p.id(), p.name())),
                        "#places"))
                .toList();
        var drawing = dots.isEmpty()
                ? null
                : Drawing.of(width -> PlaceMap.draw(
                        dots, outlines, width, width * (width == Drawing.WIDE ? RATIO : NARROW_RATIO), speech::state));
        return new PlacesView(
                drawing,
                sorted.stream()
                        .map(p -> new Named(
                                speech.place(p.id(), p.name()),
                                p.country() == null || !speech.state(p.name()).equals(p.name())
                                        ? ""
                                        : Locale.of("", p.country()).getDisplayCountry(speech.locale()),
                                counts.get(p.id()),
                                "/articles?story=" + RungView.encoded(dossier.id()) + "&q="
                                        + RungView.encoded(p.name())))
                        .toList());
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }
}

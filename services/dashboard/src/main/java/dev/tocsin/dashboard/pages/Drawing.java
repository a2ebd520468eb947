package dev.tocsin.dashboard.pages;

import java.util.function.DoubleFunction;

/**
 * A chart in the two widths that a page has room for; the style sheet shows the one that fits.
 *
 * @param wide SVG for screens and paper
 * @param narrow SVG for a phone
 */
public record Drawing(String wide, String narrow) {
    static final double WIDE = 744;
    static final double NARROW = 344;

    static Drawing of(DoubleFunction<String> draw) {
        return new Drawing(draw.apply(WIDE), draw.apply(NARROW));
    }
}

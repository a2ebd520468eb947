package dev.tocsin.dashboard.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dashboard.charts.PlaceMap.Dot;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceMapTest {
    private static Outlines world;

    @Test
    void readsTheOutlinesOfTheWorld() throws Exception {
        assertThat(world().rings())
                .hasSizeGreaterThan(1_000)
                .anyMatch(r -> r.country().equals("Kazakhstan") && r.holds(71.4, 51.2))
                .noneMatch(r -> r.country().equals("Kazakhstan") && r.holds(12.5, 41.9));
    }

    @Test
    void drawsTheCountryOfAPlace_andItsNeighboursOnly() throws Exception {
        var svg = PlaceMap.draw(
                List.of(
                        new Dot("Almaty", 43.24, 76.89, 3, "Almaty: 3 articles", "#places"),
                        new Dot("Aktau", 43.65, 51.16, 1, "Aktau: 1 articles", "#places")),
                world(),
                744,
                372,
                UnaryOperator.identity());

        assertThat(svg)
                .contains("class=\"land named\"", ">Almaty<", ">Aktau<", "Almaty: 3 articles", ">Kazakhstan<")
                .doesNotContain(">Australia<")
                .hasSizeLessThan(200_000);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "89,0", "-89,179", "64,-179", "-16,180"})
    void drawsAnyPlaceOnEarth(double lat, double lon) throws Exception {
        assertThat(PlaceMap.draw(
                        List.of(new Dot("There", lat, lon, 1, "There: 1 articles", "#places")),
                        world(),
                        344,
                        258,
                        UnaryOperator.identity()))
                .contains(">There<")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void staysSmall_whenThePlacesSpanTheWorld() throws Exception {
        var svg = PlaceMap.draw(
                List.of(
                        new Dot("Suva", -18, 178, 1, "Suva: 1 articles", "#p"),
                        new Dot("Honolulu", 21, -157, 1, "Honolulu: 1 articles", "#p")),
                world(),
                744,
                372,
                UnaryOperator.identity());

        assertThat(svg).hasSizeLessThan(300_000);
    }

    private static synchronized Outlines world() throws Exception {
        if (world == null) {
            world = Outlines.ofTheWorld();
        }
        return world;
    }
}

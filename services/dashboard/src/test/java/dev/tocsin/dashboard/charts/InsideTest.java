package dev.tocsin.dashboard.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsideTest {
    @Test
    void namesABentOutlineWhereItIsWidest_notInTheMiddleOfWhatItSpans() {
        // an L whose middle lies outside of it
        var place = Inside.of(new double[] {0, 0, 40, 0, 40, 80, 200, 80, 200, 100, 0, 100});

        assertThat(place[0]).isBetween(10.0, 35.0);
        assertThat(place[1]).isBetween(10.0, 95.0);
    }
}

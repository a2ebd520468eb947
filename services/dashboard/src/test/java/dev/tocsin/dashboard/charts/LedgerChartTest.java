package dev.tocsin.dashboard.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dashboard.charts.LedgerChart.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerChartTest {
    private static final Instant START = Instant.parse("2022-03-04T05:00:00Z");

    private static Instant hour(int hour) {
        return START.plusSeconds(3_600L * hour);
    }

    private static Figure figure(
            int voice,
            @Nullable Long low,
            @Nullable Long high,
            int at,
            @Nullable Integer ended,
            boolean struck,
            boolean again) {
        return new Figure(
                voice,
                String.valueOf((char) ('A' + voice)),
                "",
                low,
                high,
                struck,
                again,
                false,
                false,
                hour(at),
                ended == null ? null : hour(ended),
                "title",
                "/articles/a");
    }

    private static String draw(Figure... figures) {
        return LedgerChart.draw(List.of(figures), 744, 230, Locale.ENGLISH);
    }

    @Test
    void strikesOutWhatWasWithdrawn_andMarksItWhenItIsToldAgain() {
        var svg = draw(figure(0, 164L, 164L, 1, 2, true, false), figure(1, 164L, null, 30, null, false, true));

        assertThat(svg)
                .contains("class=\"hold v1 struck\"", "class=\"cross\"", "class=\"value v1 struck\"", ">A 164<")
                .contains("class=\"hold v2 again\"", "<path class=\"again\"", ">B ≥164<");
    }

    @Test
    void endsAtOnce_whatWasWithdrawnBeforeItWasTold() {
        var svg = draw(figure(0, 103L, 103L, 5, 4, true, false), figure(1, 120L, 120L, 9, null, false, false));

        assertThat(svg)
                .contains("class=\"cross\"")
                .containsPattern("class=\"hold v1 struck\" x1=\"([0-9.]+)\" y1=\"[0-9.]+\" x2=\"\\1\"");
    }

    @Test
    void stepsFromOneFigureOfAVoiceToItsNext() {
        assertThat(draw(figure(0, 100L, 100L, 1, 9, false, false), figure(0, 200L, 200L, 9, null, false, false)))
                .contains("class=\"rise v1\"");
        assertThat(draw(figure(0, 100L, 100L, 1, 9, false, false), figure(1, 200L, 200L, 9, null, false, false)))
                .doesNotContain("class=\"rise");
    }

    @Test
    void drawsARangeAsABand_andAnOpenOneWithAnArrow() {
        assertThat(draw(figure(0, 10L, 20L, 1, null, false, false))).contains("class=\"range v1\"", ">A 10–20<");
        assertThat(draw(figure(0, null, 20L, 1, null, false, false))).contains("class=\"open v1\"", ">A ≤20<");
    }

    @Test
    void setsNoLabelOverAnother_howeverManyThereAre() {
        var many = IntStream.range(0, 60)
                .mapToObj(i -> figure(i % 6, 164L, 164L, 5, null, false, false))
                .toArray(Figure[]::new);

        assertThat(draw(many).split("class=\"value ", -1).length - 1).isBetween(1, 8);
    }
}

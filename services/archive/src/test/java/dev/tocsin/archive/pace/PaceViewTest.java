package dev.tocsin.archive.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceViewTest {
    private static final Instant NOW = Instant.parse("2022-01-06T20:59:30Z");

    private static Map<String, Long> minute(long articles, long millis, long times) {
        return Map.of("n.articles-classified", articles, "s.fetched_classified." + Sketch.bucket(millis), times);
    }

    private static PaceView.Took classified(PaceView view) {
        return view.stages().stream()
                .filter(s -> s.from().equals("fetched") && s.to().equals("classified"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsEachMinuteOfTheLastHour_andTimesOnlyThoseOfTheWindow() {
        var view = PaceView.of(
                NOW,
                15,
                Map.of(
                        Instant.parse("2022-01-06T20:00:00Z"), minute(7, 60_000, 7),
                        Instant.parse("2022-01-06T20:44:00Z"), minute(1, 60_000, 1),
                        Instant.parse("2022-01-06T20:45:00Z"), minute(2, 100, 2),
                        Instant.parse("2022-01-06T20:59:00Z"), minute(3, 100, 3)));

        assertThat(view.from()).isEqualTo(Instant.parse("2022-01-06T20:00:00Z"));
        var articles = view.throughput().getFirst();
        assertThat(articles.channel()).isEqualTo("articles-classified");
        assertThat(articles.counts()).hasSize(60).startsWith(7L).endsWith(3L);
        assertThat(articles.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(13);
        assertThat(classified(view).count()).isEqualTo(5);
        assertThat((double) classified(view).p99()).isCloseTo(100, within(6.0));
    }

    @Test
    void saysThatNothingWasMeasured() {
        assertThat(PaceView.of(NOW, 15, Map.of()).stages()).hasSize(5).allSatisfy(s -> assertThat(
                        List.of(s.count(), s.p50(), s.p95(), s.p99()))
                .containsOnly(0L));
    }

    @Test
    void addsUpWhatSeveralThreadsCount() {
        var minutes = new Minutes((stage, span) -> {});
        minutes.count(NOW, "stories", 2);
        minutes.count(NOW.plusSeconds(1), "stories", 3);
        minutes.count(NOW.plus(Duration.ofMinutes(1)), "stories", 1);
        minutes.count(NOW, "stories", 0);

        assertThat(minutes.drain())
                .isEqualTo(Map.of(
                        Instant.parse("2022-01-06T20:59:00Z"), Map.of("n.stories", 5L),
                        Instant.parse("2022-01-06T21:00:00Z"), Map.of("n.stories", 1L)));
        assertThat(minutes.drain()).isEmpty();
    }
}

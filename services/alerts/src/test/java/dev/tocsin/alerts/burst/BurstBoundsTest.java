package dev.tocsin.alerts.burst;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept and what rings over weeks of news. */
class BurstBoundsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Newsroom room = new Newsroom();

    @Test
    void staysBounded_howeverManyPeopleAreNamed() {
        for (int i = 0; i < 3_000; i++) {
            var article = room.next(100, Duration.ofMinutes(i));
            for (int j = 0; j < 10; j++) {
                article = article.naming(new Actor("p" + (i * 10 + j), "person", "Person " + i, 0, 1));
            }
            room.see(article);
        }

        assertThat(room.rates.all()).hasSizeLessThanOrEqualTo(300);
        assertThat(room.rates.latest()).hasSizeLessThanOrEqualTo(300);
        assertThat(room.rates.all())
                .allSatisfy(rate -> assertThat(Json.write(rate).length).isLessThan(4_000));
    }

    @Test
    void keepsWhoIsNamedOften_andTakesNobodyItForgotForNew() {
        var often = new Actor("often", "person", "Often Named", 0, 1);
        for (int i = 0; i < 2_000; i++) {
            var article = room.next(10, Duration.ofMinutes(3L * i));
            room.see(i % 50 == 0 ? article.naming(often) : article.naming(new Actor("p" + i, "person", "P", 0, 1)));
        }
        assertThat(room.rates.of(new Subject(Subject.Kind.ACTOR, "often", "", null)))
                .hasValueSatisfying(rate ->
                        assertThat(rate.hours().sum(0, Integer.MAX_VALUE)).isEqualTo(40));

        // he may have been named often as well, before there was no room for him
        var forgotten = new Actor("p1", "person", "Forgotten", 0, 1);
        for (int i = 0; i < 8; i++) {
            room.see(room.next(10, Duration.ofMinutes(6_000 + i)).naming(forgotten));
        }
        assertThat(room.told()).noneMatch(alert -> alert.headline().startsWith("Forgotten"));
    }

    @Test
    void countsATopicsHistory_inSomeKilobytes() {
        room.usual(Duration.ZERO, Duration.ofMinutes(10), Duration.ofDays(40));

        var topic = room.rates.of(Subject.topic("protests")).orElseThrow();
        assertThat(topic.hours().sum(0, Integer.MAX_VALUE)).isBetween(35 * 24 * 6 - 6, 35 * 24 * 6 + 12);
        assertThat(Json.write(topic).length).isLessThan(8_000);
        assertThat(room.told()).isEmpty();
    }

    /** Invented news of eight weeks: more by day than by night, more on working days, and in clumps. */
    @ParameterizedTest
    @CsvSource({"0.2, 1", "1, 1", "5, 1", "1, 2", "5, 2", "20, 3"})
    void ringsHardlyEver_whereNothingHappens(double anHour, int clump) {
        int rung = 0;
        for (int seed = 0; seed < 3; seed++) {
            var quiet = new Newsroom();
            var random = new Random(seed);
            for (int hour = 0; hour < 8 * 7 * 24; hour++) {
                double rate = anHour
                        * (1 + 0.7 * Math.sin(hour % 24 / 24.0 * 2 * Math.PI))
                        * (hour / 24 % 7 < 5 ? 1.1 : 0.75);
                for (int i = 0; i < poisson(random, rate / clump); i++) {
                    for (int j = 0; j < clump; j++) {
                        quiet.see(quiet.next(15, HOUR.multipliedBy(hour).plusMinutes(random.nextInt(60))));
                    }
                }
            }
            rung += (int)
                    quiet.told().stream().filter(alert -> alert.revision() == 1).count();
        }
        System.out.printf("bursts: %d false in 24 weeks at %s an hour in clumps of %d%n", rung, anHour, clump);
        assertThat(rung).isLessThanOrEqualTo(3);
    }

    @Test
    void learnsWhatIsUsualOnThursdays() {
        for (int hour = 0; hour < 8 * 7 * 24; hour++) {
            int articles = hour % 168 == 30 ? 20 : hour % 4 == 0 ? 1 : 0;
            for (int i = 0; i < articles; i++) {
                room.see(room.next(6, HOUR.multipliedBy(hour).plusMinutes(i)));
            }
        }
        var begun = room.told().stream().filter(alert -> alert.revision() == 1).toList();
        assertThat(begun).isNotEmpty();
        var learned = MORNING.plus(HOUR.multipliedBy(5 * 168));
        assertThat(begun).allMatch(alert -> alert.times().alerted().isBefore(learned));
    }

    @Test
    void ringsForNothing_whereNothingIsWatched() {
        var off = new Newsroom(BurstRules.OFF, Set.of(), false);
        off.usual(Duration.ZERO, Duration.ofHours(6), Duration.ofDays(3));
        for (int i = 0; i < 50; i++) {
            off.see(off.next(10, Duration.ofDays(3).plusMinutes(i)));
        }
        assertThat(off.told()).isEmpty();
    }

    /** Knuth, TAOCP 2, 3.4.1. */
    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}

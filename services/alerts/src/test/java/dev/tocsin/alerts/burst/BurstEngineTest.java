package dev.tocsin.alerts.burst;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BurstEngineTest {
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final String LONG =
            "Dockers have blocked the harbour since dawn, and the mayor asks all to go home. ";

    private final Newsroom room = new Newsroom();

    private static Instant at(Duration time) {
        return MORNING.plus(time);
    }

    /** An article of three sources every six hours for three days, and then so many within an hour. */
    private void burst(int articles, int sources) {
        room.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
        for (int i = 0; i < articles; i++) {
            room.see(room.next(sources, THREE_DAYS.plus(Duration.ofMinutes(60L * i / articles))));
        }
    }

    @Nested
    class Beginning {
        @Test
        void ringsOnce_withWhatWasCountedAndWhatIsUsual() {
            burst(8, 4);

            assertThat(room.told()).singleElement().satisfies(alert -> {
                assertThat(alert.headline()).isEqualTo("protests: 5 articles of 4 origins in 3 hours, usually 0.5");
                assertThat(alert.story()).startsWith("burst-");
                assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Alert);
                assertThat(alert.revision()).isEqualTo(1);
                assertThat(alert.status()).isEqualTo(Alert.Status.Actual);
                assertThat(alert.urgency()).isEqualTo(Alert.Urgency.Immediate);
                assertThat(alert.articleCount()).isEqualTo(5);
                assertThat(alert.independentOrigins()).isEqualTo(4);
                assertThat(alert.links()).hasSizeGreaterThanOrEqualTo(5);
                assertThat(alert.origins()).hasSize(4);
                assertThat(alert.changes()).extracting(Alert.Change::kind).containsExactly("burst");
                assertThat(alert.why()).hasSize(5).allSatisfy(why -> assertThat(why.term())
                        .startsWith("P(X ≥ 5) = ")
                        .endsWith("of 3 hours, all hours"));
            });
        }

        @Test
        void isSilent_whereOneSourceTellsItAll() {
            burst(40, 1);
            assertThat(room.told()).isEmpty();
        }

        @Test
        void isSilent_whereAllAreCopiesOrOfOneAgencyOrOneFamily() {
            room.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
            for (int i = 0; i < 20; i++) {
                var time = THREE_DAYS.plus(Duration.ofMinutes(i));
                room.see(article("copy-" + i)
                        .from("c" + i + ".example")
                        .titled("Dockers block the harbour")
                        .saying(LONG.repeat(3))
                        .after(time));
                room.see(room.next(20, time).withOrigin(new Origin("Northern Wire", null, null, null)));
                room.see(room.next(20, time).withOrigin(new Origin(null, "harbour", null, null)));
            }

            // a copied text, an agency and a family are three voices; two of them tell one thing each, or repeat it
            assertThat(room.rates
                            .of(Subject.topic("protests"))
                            .orElseThrow()
                            .origins(at(THREE_DAYS.plusHours(1)), Newsroom.rules(Duration.ofHours(3))))
                    .isEqualTo(3);
        }

        @Test
        void isSilent_inTheFirstDay() {
            for (int i = 0; i < 100; i++) {
                room.see(room.next(10, Duration.ofMinutes(5L * i)));
            }
            assertThat(room.told()).isEmpty();
        }

        @Test
        void isSilent_whereItIsNotSoManyTimesTheUsual() {
            room.usual(Duration.ZERO, Duration.ofMinutes(30), THREE_DAYS);
            for (int i = 0; i < 9; i++) {
                room.see(room.next(4, THREE_DAYS.plusMinutes(i)));
            }
            assertThat(room.told()).isEmpty();
        }

        @Test
        void isSilent_whereTheArticlesAreOld() {
            room.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
            for (int i = 0; i < 50; i++) {
                room.see(room.next(10, Duration.ZERO).at(at(Duration.ofMinutes(i)), at(THREE_DAYS.plusMinutes(i))));
                room.see(room.next(10, Duration.ZERO)
                        .at(Instant.parse("1970-01-01T00:00:00Z"), at(THREE_DAYS.plusMinutes(i))));
            }
            assertThat(room.told()).isEmpty();
        }

        @Test
        void ringsForTheHourOfComing_whereADateIsOfTheFarFuture() {
            room.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
            for (int i = 0; i < 6; i++) {
                room.see(room.next(4, Duration.ZERO)
                        .at(Instant.parse("2199-01-01T00:00:00Z"), at(THREE_DAYS.plusMinutes(i))));
            }
            assertThat(room.told()).hasSize(1);
        }

        @Test
        void ringsAlike_inWhateverOrderTheArticlesCome() {
            room.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
            for (int i = 9; i >= 0; i--) {
                room.see(room.next(4, Duration.ZERO)
                        .at(at(THREE_DAYS.plusMinutes(6L * i)), at(THREE_DAYS.plusMinutes(70 - i))));
            }
            assertThat(room.told()).extracting(Alert::articleCount).containsExactly(5, 10);
        }

        @Test
        void ringsForAnExercise_inItsOwnLane() {
            var exercise = new Newsroom(Newsroom.rules(Duration.ofHours(3)), Set.of(), true);
            exercise.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
            for (int i = 0; i < 6; i++) {
                exercise.see(exercise.next(4, THREE_DAYS.plusMinutes(i)).replayed());
            }
            assertThat(exercise.told()).extracting(Alert::status).containsExactly(Alert.Status.Exercise);
        }
    }

    @Nested
    class Lasting {
        @Test
        void isToldAgain_eachTimeItHasDoubled() {
            burst(200, 8);

            assertThat(room.told())
                    .extracting(Alert::articleCount)
                    .hasSizeLessThanOrEqualTo(6)
                    .isSorted()
                    .startsWith(5)
                    .element(1)
                    .satisfies(count -> assertThat(count).isGreaterThanOrEqualTo(10));
            assertThat(room.told())
                    .extracting(Alert::story)
                    .containsOnly(room.told().getFirst().story());
            assertThat(room.told()).extracting(Alert::revision).isSorted().doesNotHaveDuplicates();
        }

        @Test
        void isOver_whenItsRateHasFallen_andSaysSoOnce() {
            burst(8, 4);
            assertThat(room.passTo(at(THREE_DAYS.plusHours(2)))).isEmpty();

            assertThat(room.passTo(at(THREE_DAYS.plusHours(4)))).singleElement().satisfies(alert -> {
                assertThat(alert.revision()).isEqualTo(2);
                assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Update);
                assertThat(alert.urgency()).isEqualTo(Alert.Urgency.Past);
                assertThat(alert.articleCount()).isEqualTo(8);
                assertThat(alert.headline()).startsWith("protests: burst over, 8 articles in 3 h");
                assertThat(alert.changes()).extracting(Alert.Change::kind).containsExactly("burst-over");
            });
            assertThat(room.passTo(at(THREE_DAYS.plusHours(5)))).isEmpty();
        }

        @Test
        void ringsNoSecondTime_untilItHasRested() {
            burst(8, 4);
            room.passTo(at(THREE_DAYS.plusHours(4)));
            for (int i = 0; i < 8; i++) {
                room.see(room.next(4, THREE_DAYS.plusHours(5).plusMinutes(i)));
            }
            assertThat(room.told()).hasSize(2);

            for (int i = 0; i < 20; i++) {
                room.see(room.next(4, THREE_DAYS.plusHours(20).plusMinutes(i)));
            }
            assertThat(room.told()).extracting(Alert::revision).startsWith(1, 2, 1);
        }

        @Test
        void isUsual_onceItHasLastedForADay() {
            burst(8, 4);
            room.usual(THREE_DAYS.plusHours(1), Duration.ofMinutes(15), THREE_DAYS.plusDays(3));

            assertThat(room.told()).last().satisfies(alert -> assertThat(alert.changes())
                    .extracting(Alert.Change::text)
                    .singleElement()
                    .asString()
                    .startsWith("it has lasted for a day and is no news any more: "));
            assertThat(room.told())
                    .extracting(Alert::story)
                    .containsOnly(room.told().getFirst().story());
        }

        @Test
        void isSilent_onceItIsMutedOrIrrelevant() {
            for (var kind : List.of(Verdict.Kind.MUTED, Verdict.Kind.IRRELEVANT)) {
                var other = new Newsroom();
                other.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
                for (int i = 0; i < 5; i++) {
                    other.see(other.next(4, THREE_DAYS.plusMinutes(i)));
                }
                other.judge(other.told().getFirst().story(), kind, at(THREE_DAYS.plusMinutes(10)));
                for (int i = 0; i < 50; i++) {
                    other.see(other.next(4, THREE_DAYS.plusMinutes(10L + i)));
                }
                other.passTo(at(THREE_DAYS.plusHours(8)));
                assertThat(other.told()).as(kind.name()).hasSize(1);
            }
        }

        @Test
        void saysWhoAcknowledged() {
            burst(5, 4);
            room.judge(room.told().getFirst().story(), Verdict.Kind.ACKNOWLEDGED, at(THREE_DAYS.plusHours(1)));
            room.passTo(at(THREE_DAYS.plusHours(9)));
            assertThat(room.told()).last().extracting(Alert::acknowledgedBy).isEqualTo("ada");
        }
    }

    @Nested
    class WhereAClockJumps {
        @Test
        void goesOn_whenOneArticleIsOfTomorrow() {
            burst(8, 4);
            room.see(room.next(4, THREE_DAYS.plusDays(1)));
            for (int i = 0; i < 8; i++) {
                room.see(room.next(4, THREE_DAYS.plusHours(1).plusMinutes(i)));
            }
            // that it is over was too early; that the same burst rings no second time matters more
            assertThat(room.told()).extracting(Alert::revision).containsExactly(1, 2);

            for (int i = 0; i < 20; i++) {
                room.see(room.next(4, THREE_DAYS.plusHours(12).plusMinutes(i)));
            }
            assertThat(room.told()).extracting(Alert::revision).startsWith(1, 2, 1);
        }

        @Test
        void goesOn_whenTimeGoesBackAnHour() {
            burst(8, 4);
            for (int i = 0; i < 8; i++) {
                room.see(room.next(4, THREE_DAYS.minusHours(1).plusMinutes(i)));
            }
            assertThat(room.told())
                    .extracting(Alert::story)
                    .containsOnly(room.told().getFirst().story());
            assertThat(room.passTo(at(THREE_DAYS.plusHours(5)))).hasSize(1);
        }
    }
}

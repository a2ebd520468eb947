package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.TOPIC;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Place;
import dev.tocsin.contracts.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoryEngineTest {
    private static final Lane LANE = new Lane(TOPIC, false);
    private static final Articles HARBOUR = article("harbour-1")
            .titled("Dockers block the harbour of Veltrova")
            .saying("Some 2,500 dockers in a protest blocked the harbour of Veltrova. Mayor Karimova called for calm.");
    private static final Articles HARBOUR_AGAIN = article("harbour-2")
            .from("courier.example")
            .titled("Harbour of Veltrova blocked by dockers")
            .saying("A protest of dockers has closed Veltrova's harbour, said Mayor Karimova.")
            .after(Duration.ofHours(2));
    private static final Articles PENSIONS = article("pensions-1")
            .titled("Pensioners march in Ostrand")
            .saying(
                    "A protest against cuts of pensions drew hundreds to the parliament of Ostrand, union leader Lindqvist said.");
    private static final Articles HARBOUR_IN_RUSSIAN = article("harbour-3")
            .from("vestnik.example")
            .in("ru")
            .titled("Докеры перекрыли порт города Велтрова")
            .saying("Около 2 500 докеров перекрыли порт в городе Велтрова, заявила мэр Каримова.")
            .after(Duration.ofHours(3));

    private final Desk desk = new Desk(StoryRules.DEFAULTS);

    @Nested
    class Joining {
        @Test
        void beginsAStory_withTheFirstArticle() {
            var story = desk.story(HARBOUR).story();

            assertThat(story.revision()).isEqualTo(1);
            assertThat(story.headline()).isEqualTo("Dockers block the harbour of Veltrova");
            assertThat(story.articleCount()).isEqualTo(1);
            assertThat(story.firstSeen()).isEqualTo(MORNING);
            assertThat(story.state()).isEqualTo(Story.State.OPEN);
            assertThat(story.places()).extracting(Place::id).containsExactly("veltrova");
        }

        @Test
        void joinsTheStory_whenAnotherSourceTellsOfTheSame() {
            var first = desk.story(HARBOUR);
            var second = desk.story(HARBOUR_AGAIN);

            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.story().revision()).isEqualTo(2);
            assertThat(second.story().articleCount()).isEqualTo(2);
            assertThat(second.story().lastSeen()).isEqualTo(MORNING.plus(Duration.ofHours(2)));
        }

        @Test
        void joinsWhatIsNotDated_byTheTimeItCameIn_andTakesItsTimesFromWhatIs() {
            var cameIn = MORNING.plus(Duration.ofDays(900));
            var undated = HARBOUR.at(null, cameIn);
            var dated = HARBOUR_AGAIN.at(MORNING, cameIn.plusSeconds(5));
            for (var order : List.of(List.of(undated, dated), List.of(dated, undated))) {
                var other = new Desk(StoryRules.DEFAULTS);
                var first = other.story(order.getFirst());
                var second = other.story(order.getLast());

                assertThat(second.id()).isEqualTo(first.id());
                assertThat(second.story().firstSeen()).isEqualTo(MORNING);
                assertThat(second.story().lastSeen()).isEqualTo(MORNING);
            }
        }

        @Test
        void joinsNothingThatCameInLongBefore_whenItIsNotDated() {
            var first = desk.story(HARBOUR.at(null, MORNING));
            var second = desk.story(HARBOUR_AGAIN.at(null, MORNING.plus(Duration.ofHours(40))));
            assertThat(second.id()).isNotEqualTo(first.id());
        }

        @Test
        void joinsAcrossLanguages_byNamesAndFigures() {
            desk.see(PENSIONS);
            var first = desk.story(HARBOUR);
            var third = desk.story(HARBOUR_IN_RUSSIAN);

            assertThat(third.id()).isEqualTo(first.id());
            assertThat(third.story().languages()).containsExactly("en", "ru");
        }

        @Test
        void keepsOtherEventsApart() {
            assertThat(desk.story(HARBOUR).id())
                    .isNotEqualTo(desk.story(PENSIONS).id());
        }

        @Test
        void keepsTopicsApart() {
            assertThat(desk.story(HARBOUR).id())
                    .isNotEqualTo(desk.story(HARBOUR.on("strikes")).id());
        }

        @Test
        void givesTheSameStories_whenTheSameArticlesComeAgainToAnEmptyState() {
            var again = new Desk(StoryRules.DEFAULTS);

            for (var article : List.of(HARBOUR, PENSIONS, HARBOUR_AGAIN, HARBOUR_IN_RUSSIAN)) {
                assertThat(again.story(article)).isEqualTo(desk.story(article));
            }
        }
    }

    @Nested
    class Again {
        @Test
        void changesNothing_whenTheArticleComesAgain() {
            desk.see(HARBOUR);

            assertThat(desk.see(HARBOUR)).isEqualTo(new Outcome.Duplicate());
        }

        @Test
        void changesNothing_whenAnEarlierRevisionComesLate() {
            desk.see(HARBOUR.revised(2));

            assertThat(desk.see(HARBOUR)).isEqualTo(new Outcome.Duplicate());
        }

        @Test
        void correctsInPlace_whenTheArticleIsRevised() {
            desk.see(HARBOUR);
            var corrected =
                    desk.story(HARBOUR.titled("Dockers leave the harbour").revised(2));

            assertThat(corrected.story().headline()).isEqualTo("Dockers leave the harbour");
            assertThat(corrected.story().articleCount()).isEqualTo(1);
            assertThat(corrected.story().independentOrigins()).isEqualTo(1);
            assertThat(corrected.story().revision()).isEqualTo(2);
            assertThat(corrected.members())
                    .singleElement()
                    .satisfies(m -> assertThat(m.link().title()).isEqualTo("Dockers leave the harbour"));
        }

        @Test
        void changesNothing_whenTheCorrectionShowsNowhere() {
            var id = desk.story(HARBOUR).id();

            assertThat(desk.see(
                            HARBOUR.saying(HARBOUR.text() + " More follows.").revised(2)))
                    .isEqualTo(new Outcome.Unchanged(id));
        }

        @Test
        void leavesAClosedStoryClosed_whenItsArticleIsRevised() {
            var id = desk.story(HARBOUR).id();
            desk.see(PENSIONS.after(Duration.ofDays(3)));
            assertThat(desk.sweep(LANE)).isEqualTo(1);

            assertThat(desk.see(HARBOUR.titled("Corrected").revised(2))).isEqualTo(new Outcome.Unchanged(id));
            assertThat(desk.see(HARBOUR)).isEqualTo(new Outcome.Duplicate());
        }
    }

    @Nested
    class InEventTime {
        @Test
        void joinsTheOlderStory_whenAnArticleComesLate() {
            var first = desk.story(HARBOUR.after(Duration.ofHours(20)));
            var late = desk.story(HARBOUR_AGAIN.at(MORNING, MORNING.plus(Duration.ofHours(30))));

            assertThat(late.id()).isEqualTo(first.id());
            assertThat(late.story().firstSeen()).isEqualTo(MORNING);
            assertThat(late.story().lastSeen()).isEqualTo(MORNING.plus(Duration.ofHours(20)));
        }

        @Test
        void beginsAnother_whenTheSameIsToldBeyondTheWindow() {
            var first = desk.story(HARBOUR);

            assertThat(desk.story(HARBOUR_AGAIN.after(Duration.ofHours(37))).id())
                    .isNotEqualTo(first.id());
        }

        @Test
        void beginsAnother_whenAStoryWouldBecomeACrisis() {
            var first = desk.story(HARBOUR);
            for (int day = 1; day <= 3; day++) {
                assertThat(desk.story(article("day-" + day)
                                        .titled(HARBOUR.title())
                                        .saying(HARBOUR.text())
                                        .after(Duration.ofDays(day)))
                                .id())
                        .isEqualTo(first.id());
            }

            assertThat(desk.story(HARBOUR_AGAIN.after(Duration.ofDays(4))).id()).isNotEqualTo(first.id());
        }

        @Test
        void takesTheTimeItWasFetched_whereAnArticleHasNoDateOrATomorrows() {
            assertThat(desk.story(HARBOUR.at(null, MORNING)).story().firstSeen())
                    .isEqualTo(MORNING);
            assertThat(desk.story(PENSIONS.at(Instant.parse("2099-01-01T00:00:00Z"), MORNING))
                            .story()
                            .lastSeen())
                    .isEqualTo(MORNING);
        }

        @Test
        void keepsABacklogTogether_whenItIsFetchedToday() {
            var today = MORNING.plus(Duration.ofDays(1_000));
            desk.see(PENSIONS.at(null, today));
            var first = desk.story(HARBOUR.at(MORNING, today.plusSeconds(1)));
            assertThat(desk.sweep(LANE)).isZero();

            assertThat(desk.story(HARBOUR_AGAIN.at(MORNING, today.plusSeconds(2)))
                            .id())
                    .isEqualTo(first.id());
        }
    }

    @Nested
    class Ending {
        @Test
        void endsAStory_whenItWasQuietForLong() {
            desk.see(HARBOUR);
            desk.see(PENSIONS.after(Duration.ofHours(47)));
            assertThat(desk.sweep(LANE)).isZero();

            desk.see(article("pensions-2").titled("Pensioners go home").after(Duration.ofHours(49)));
            assertThat(desk.sweep(LANE)).isEqualTo(1);
        }

        @Test
        void saysThatItIsClosed_inOneMoreRevision() {
            var state = desk.story(HARBOUR);
            var closed = new StoryEngine(StoryRules.DEFAULTS).closed(state);

            assertThat(closed.state()).isEqualTo(Story.State.CLOSED);
            assertThat(closed.revision()).isEqualTo(2);
            assertThat(closed.headline()).isEqualTo(state.story().headline());
        }

        @Test
        void endsTheQuietest_whenThereAreTooMany() {
            var rules = new StoryRules(0.2, 0.2, Duration.ofHours(36), Duration.ofHours(72), Duration.ofHours(48), 2);
            var crowded = new Desk(rules);
            var oldest = crowded.story(HARBOUR);
            crowded.see(PENSIONS.after(Duration.ofHours(1)));
            crowded.see(article("third").saying("Farmers dump milk.").after(Duration.ofHours(2)));

            assertThat(new StoryEngine(rules).isCrowded(crowded.open(LANE))).isTrue();
            assertThat(crowded.sweep(LANE)).isEqualTo(1);
            assertThat(crowded.open(LANE).get(oldest.id())).isEmpty();
        }
    }

    @Nested
    class Replayed {
        @Test
        void neverTouchesTheLiveStory() {
            var live = desk.story(HARBOUR);
            var exercise = desk.story(HARBOUR_AGAIN.replayed());

            assertThat(exercise.id()).isNotEqualTo(live.id());
            assertThat(exercise.story().replay()).isTrue();
        }

        @Test
        void closesByEventTime_thoughAllIsFetchedNow() {
            var now = MORNING.plus(Duration.ofDays(1_000));
            desk.see(HARBOUR.replayed().at(MORNING, now));
            desk.see(PENSIONS.replayed().at(MORNING.plus(Duration.ofDays(3)), now.plusSeconds(1)));

            assertThat(desk.sweep(new Lane(TOPIC, true))).isEqualTo(1);
        }
    }

    @Test
    void staysBounded_howeverManyArticlesJoin() {
        var last = desk.story(HARBOUR);
        for (int i : IntStream.range(0, 3_000).toArray()) {
            last = desk.story(article("copy-" + i)
                    .from("source-" + i % 300 + ".example")
                    .titled(HARBOUR.title() + " " + Integer.toString(i, 36))
                    .saying(HARBOUR.text() + " " + ("word" + i + " ").repeat(30))
                    .after(Duration.ofSeconds(i)));
        }

        assertThat(last.story().articleCount()).isEqualTo(3_001);
        assertThat(last.members()).hasSize(20);
        assertThat(last.texts()).hasSizeLessThanOrEqualTo(24);
        assertThat(Json.write(last).length).isLessThan(100_000);
    }
}

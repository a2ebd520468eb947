package dev.tocsin.alerts.burst;

import static dev.tocsin.alerts.burst.Newsroom.MAYOR;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bursts of places and actors, beside those of their topic. */
class BurstSubjectsTest {
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private final Newsroom room = new Newsroom();

    /** The topic is busy with other things, so that what happens in one place is no burst of the topic. */
    private void busy(Newsroom busy) {
        busy.usual(Duration.ZERO, Duration.ofMinutes(20), THREE_DAYS);
    }

    private List<Alert> happening(Newsroom busy) {
        busy(busy);
        for (int i = 0; i < 6; i++) {
            var time = THREE_DAYS.plusMinutes(5L * i);
            var article = busy.next(4, time);
            busy.see(article.saying(article.text() + " In Veltrova.").naming(MAYOR));
        }
        return busy.told();
    }

    @Test
    void ringsForThePlace_andNamesWhoIsNamedWithIt() {
        assertThat(happening(room)).singleElement().satisfies(alert -> {
            assertThat(alert.headline())
                    .isEqualTo("Mayor Karimova in protests: 5 articles of 4 origins in 3 hours, usually none");
            assertThat(alert.changes())
                    .extracting(Alert.Change::text)
                    .last()
                    .isEqualTo("of 5 articles name Veltrova (5)");
            assertThat(alert.places()).extracting(Alert.Where::id).containsExactly("veltrova");
            assertThat(alert.severity()).isEqualTo(Alert.Severity.Minor);
        });
    }

    @Test
    void ringsForThePlaceAlone_whereTheActorIsMuted() {
        var deaf = new Newsroom(Newsroom.rules(Duration.ofHours(3)), Set.of("Mayor Karimova"), false);
        assertThat(happening(deaf)).singleElement().satisfies(alert -> assertThat(alert.headline())
                .startsWith("Veltrova in protests: 5 articles of 4 origins"));
    }

    @Test
    void ringsForTheTopicAlone_whereThatBurstsWithThem() {
        room.usual(Duration.ZERO, Duration.ofHours(6), THREE_DAYS);
        for (int i = 0; i < 12; i++) {
            var article = room.next(4, THREE_DAYS.plusMinutes(i));
            room.see(article.saying(article.text() + " In Veltrova.").naming(MAYOR));
        }
        assertThat(room.told()).extracting(Alert::headline).allMatch(h -> h.startsWith("protests: "));
        assertThat(room.told().getFirst().places())
                .extracting(Alert.Where::name)
                .containsExactly("Veltrova");
    }

    @Test
    void becomesPartOfTheTopicsBurst() {
        busy(room);
        for (int i = 0; i < 80; i++) {
            var article = room.next(9, THREE_DAYS.plusMinutes(i));
            room.see(article.saying(article.text() + " In Veltrova."));
        }
        assertThat(room.told())
                .filteredOn(a -> a.headline().startsWith("Veltrova in protests"))
                .last()
                .satisfies(alert -> assertThat(alert.changes())
                        .extracting(Alert.Change::text)
                        .singleElement()
                        .asString()
                        .startsWith("now part of the burst of protests: "));
        assertThat(room.told()).last().extracting(Alert::headline).asString().startsWith("protests: ");
    }
}

package dev.tocsin.ingest.relook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.publish.Carried;
import dev.tocsin.ingest.reading.PageReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookJudgeTest {
    private static final Instant RANG = Carried.READ;
    private static final String URL = "https://courier.example/port-7";
    private static final ReLookSchedule SCHEDULE = new ReLookSchedule(
            List.of(
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(24),
                    Duration.ofDays(7)),
            Duration.ofMinutes(10));
    private static final PageReading PAGE = page("Port closed | Courier", "Cranes stand still. 18 held.");

    private final LookJudge judge = new LookJudge(SCHEDULE);
    private final FetchedArticle article = Carried.by("courier").article("a", "Port closed", "Cranes stand still.");
    private final ReLook first = ReLook.of(article.id(), URL, RANG);

    @Test
    void looksAtOnce_thenAfterEachOfItsTimes_thenNoMore() {
        var times = new ArrayList<Duration>();
        var look = judge.judge(first, PAGE, RANG);
        while (look.next() != null) {
            times.add(Duration.between(RANG, look.next()));
            look = judge.judge(look.after(), PAGE, look.next());
            assertThat(look.finding()).isNull();
        }
        assertThat(times)
                .containsExactly(
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofHours(24),
                        Duration.ofDays(7));
    }

    @Test
    void makesUpForMissedLooksWithOne() {
        assertThat(judge.judge(first, PAGE, RANG.plus(Duration.ofHours(2))).next())
                .isEqualTo(RANG.plus(Duration.ofHours(6)));
    }

    @Test
    void findsAnEdit_againstThePageAsFirstSeen_andLeavesTheFeedsTitle() {
        var seen = judge.judge(first, PAGE, RANG).after();
        var edited = page("Port closed | Courier", "Cranes stand still. 26 held.");
        var look = judge.judge(seen, edited, RANG.plusSeconds(900));
        assertThat(look.finding().changes()).contains(new ArticleChange("figures", "18", "26"));
        var revised = look.revise(article, RANG.plusSeconds(900));
        assertThat(revised.title()).isEqualTo("Port closed");
        assertThat(revised.text()).isEqualTo("Cranes stand still. 26 held.");
        assertThat(revised.fetchedAt()).isEqualTo(RANG.plusSeconds(900));
        assertThat(judge.judge(look.after(), edited, RANG.plusSeconds(3_600)).finding())
                .isNull();
    }

    @Test
    void takesThePagesTitle_whenThatChanged() {
        var seen = judge.judge(first, PAGE, RANG).after();
        var look = judge.judge(seen, page("Port open | Courier", "Cranes move. 18 held."), RANG.plusSeconds(900));
        assertThat(look.revise(article, RANG).title()).isEqualTo("Port open | Courier");
    }

    @Test
    void believesThatAPageIsGone_onlyWhenASecondLookSaysSo() {
        var suspected = judge.judge(first, new PageReading.Gone(404), RANG.plusSeconds(900));
        assertThat(suspected.finding()).isNull();
        assertThat(suspected.next()).isEqualTo(RANG.plusSeconds(900).plus(Duration.ofMinutes(10)));

        assertThat(judge.judge(suspected.after(), PAGE, suspected.next()).finding())
                .isNull();
        var gone = judge.judge(suspected.after(), new PageReading.Gone(410), suspected.next());
        assertThat(gone.finding().changes()).containsExactly(new ArticleChange("vanished", null, "HTTP status 410"));
        assertThat(gone.revise(article, RANG).text()).isEqualTo("Cranes stand still.");
        assertThat(gone.next()).isEqualTo(RANG.plus(Duration.ofHours(1)));
        assertThat(judge.judge(gone.after(), new PageReading.Gone(404), gone.next())
                        .finding())
                .isNull();
    }

    @Test
    void takesARedirectToTheFrontPageForGone() {
        var front = new PageReading.Readable(
                "https://www.courier.example/?utm_source=x", null, "Courier", "News.", null, false);
        var suspected = judge.judge(first, front, RANG);
        var gone = judge.judge(suspected.after(), front, suspected.next());
        assertThat(gone.finding().changes().getFirst().after()).contains("front page");
    }

    @Test
    void saysSo_whenAVanishedPageIsBack_asItWasOrEdited() {
        var seen = judge.judge(first, PAGE, RANG).after();
        var gone = judge.judge(
                        judge.judge(seen, new PageReading.Gone(404), RANG).after(), new PageReading.Gone(404), RANG)
                .after();
        var back = judge.judge(gone, PAGE, RANG.plusSeconds(3_600));
        assertThat(back.finding().changes()).extracting(ArticleChange::kind).containsExactly("back");
        assertThat(back.words()).isNull();
        var edited = judge.judge(gone, page("Port open", "Cranes move."), RANG.plusSeconds(3_600));
        assertThat(edited.finding().changes()).extracting(ArticleChange::kind).startsWith("back", "title");
    }

    @Test
    void concludesNothing_whenTheServerIsDownOrAWallIsInFront() {
        var seen = judge.judge(first, PAGE, RANG).after();
        for (var reading : List.of(
                new PageReading.Unknown("HTTP status 503"),
                new PageReading.Readable(URL, null, "Subscribe", "Pay to read.", null, true),
                page("Port closed", " "))) {
            var look = judge.judge(seen, reading, RANG.plusSeconds(900));
            assertThat(look.finding()).isNull();
            assertThat(look.after()).isEqualTo(seen);
        }
    }

    @Test
    void refusesTimesThatDoNotRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ReLookSchedule(List.of(Duration.ofHours(1), Duration.ofMinutes(1)), Duration.ofMinutes(1)))
                .withMessageContaining("tocsin.ingest.relook.after");
    }

    private static PageReading page(String title, String text) {
        return new PageReading.Readable(URL, null, title, text, null, false);
    }
}

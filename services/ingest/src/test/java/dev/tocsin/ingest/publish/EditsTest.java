package dev.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final String WORDS = "Cranes stand still in the old port, and nobody was hurt, the union says. ";
    private static final String LONG = IntStream.range(0, 400)
            .mapToObj(i -> "w" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
            .reduce("", (a, b) -> a + " " + b);

    private final FakeSeen seen = new FakeSeen();
    private final FakeOutlet outlet = new FakeOutlet();
    private final Carried courier = Carried.by("courier");
    private final Carried herald = Carried.by("herald");
    private Instant now = Carried.READ;
    private Publisher publisher = publisher(3);

    @Test
    void publishesAnEditAsTheNextRevision_withWhatChanged() throws OutletDownException {
        carries(courier, "Dockers walk out", WORDS + "18 held.");
        assertThat(carries(courier, "Dockers come back", WORDS + "26 held.")).isEqualTo(Publication.REVISED);
        var edit = outlet.articles.getLast();
        assertThat(edit.revision()).isEqualTo(2);
        assertThat(edit.text()).endsWith("26 held.");
        assertThat(edit.changed())
                .containsExactly(
                        new ArticleChange("title", "Dockers walk out", "Dockers come back"),
                        new ArticleChange("figures", "18", "26"),
                        new ArticleChange("text", null, null));
        assertThat(carries(courier, "Dockers come back", WORDS + "26 held.")).isEqualTo(Publication.DUPLICATE);
    }

    @Test
    void publishesNothing_whenOnlyTypographyChanges() throws OutletDownException {
        carries(courier, "Dockers walk out", WORDS);
        assertThat(carries(courier, "Dockers  walk out!", WORDS + "\n\nRead more: the port"))
                .isEqualTo(Publication.DUPLICATE);
        assertThat(outlet.sent).hasSize(1);
    }

    @Test
    void remembersWhoElseCarriesIt_andLeavesTheArticleAsItIs() throws OutletDownException {
        carries(courier, "Dockers walk out", WORDS);
        for (var feed : List.of("herald", "wire", "gazette", "mirror")) {
            assertThat(carries(Carried.by(feed), feed + " has its own words", "Quite others."))
                    .isEqualTo(Publication.DUPLICATE);
        }
        assertThat(outlet.sent).hasSize(1);
        assertThat(seen.marked.get("a").sightings())
                .extracting(Sighting::by)
                .containsExactly("courier", "herald", "wire", "gazette", "mirror");
        assertThat(seen.marked.get("a").sightings()).extracting(Sighting::url).contains("https://herald.example/a");
    }

    @Test
    void writesNothing_whenNothingIsNew() throws OutletDownException {
        carries(courier, "t", WORDS);
        carries(herald, "u", WORDS);
        int writes = seen.writes.get();
        carries(courier, "t", WORDS);
        carries(herald, "u", WORDS);
        carries(herald, "herald edits", WORDS);
        assertThat(seen.writes.get()).isEqualTo(writes);
    }

    @Test
    void keepsABoundedNumberOfSightings() throws OutletDownException {
        carries(courier, "t", WORDS);
        for (int i = 0; i < 3 * Seen.MOST_SIGHTINGS; i++) {
            carries(Carried.by("feed" + i), "t", WORDS);
        }
        assertThat(seen.marked.get("a").sightings()).hasSize(Seen.MOST_SIGHTINGS);
    }

    @Test
    void makesNoRevision_whenTwoFeedsCarryDifferentTextsByTurns() throws OutletDownException {
        for (int i = 0; i < 10; i++) {
            carries(courier, "Dockers walk out", WORDS);
            carries(herald, "Port at rest", "Another text, and 7 figures.");
        }
        assertThat(outlet.sent).hasSize(1);
    }

    @Test
    void stopsSoon_whenOneServerGivesTwoTextsByTurns() throws OutletDownException {
        for (int i = 0; i < 20; i++) {
            carries(courier, i % 2 == 0 ? "One" : "Other", WORDS);
        }
        assertThat(outlet.sent).hasSize(2);
        now = now.plus(Duration.ofDays(1));
        assertThat(carries(courier, "One", WORDS)).isEqualTo(Publication.REVISED);
        assertThat(carries(courier, "Other", WORDS)).isEqualTo(Publication.HELD);
    }

    @Test
    void holdsEditsBackUntilTomorrow_whenThereAreTooManyADay() throws OutletDownException {
        carries(courier, "Title 0", WORDS);
        for (int i = 1; i <= 6; i++) {
            carries(courier, "Title " + i, WORDS);
        }
        assertThat(outlet.articles).extracting(FetchedArticle::revision).containsExactly(1, 2, 3, 4);
        now = now.plus(Duration.ofDays(1));
        assertThat(carries(courier, "Title 6", WORDS)).isEqualTo(Publication.REVISED);
        assertThat(outlet.articles.getLast().changed())
                .containsExactly(
                        new ArticleChange("title", "Title 3", "Title 6"), new ArticleChange("figures", "3", "6"));
    }

    @Test
    void countsASmallRepairOnce_andPublishesItWithTheNextEdit() throws OutletDownException {
        carries(courier, "t", LONG);
        var repaired = LONG.replace(" wka ", " wkaa ");
        assertThat(carries(courier, "t", repaired)).isEqualTo(Publication.HELD);
        assertThat(carries(courier, "t", repaired)).isEqualTo(Publication.DUPLICATE);
        assertThat(carries(courier, "t", repaired + " 7 hurt")).isEqualTo(Publication.REVISED);
        assertThat(outlet.articles.getLast().text()).contains("wkaa");
    }

    @Test
    void sendsTheSameRevisionAgain_whenItDiedBetweenSendingAndMarking() throws OutletDownException {
        carries(courier, "One", WORDS);
        dieAfterSending("Two");
        carries(courier, "Two", WORDS);
        assertThat(outlet.articles).extracting(FetchedArticle::revision).containsExactly(1, 2, 2);
        assertThat(outlet.articles.get(2)).isEqualTo(outlet.articles.get(1));
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.DUPLICATE);
    }

    @Test
    void givesOtherWordsAnotherRevision_whenItDiedBetweenSendingAndMarking() throws OutletDownException {
        carries(courier, "One", WORDS);
        dieAfterSending("Two");
        carries(courier, "Three", WORDS);
        assertThat(outlet.articles).extracting(FetchedArticle::revision).containsExactly(1, 2, 3);
    }

    @Test
    void putsItRight_whenTheEditWasTakenBackWhileWeWereDead() throws OutletDownException {
        carries(courier, "One", WORDS);
        dieAfterSending("Two");
        carries(courier, "One", WORDS);
        assertThat(outlet.articles).extracting(FetchedArticle::revision).containsExactly(1, 2, 3);
        assertThat(outlet.articles.getLast().title()).isEqualTo("One");
    }

    @Test
    void givesOtherWordsTheNextRevision_whenTheFirstTextWasSentAndTheStoreFailed() throws OutletDownException {
        seen.breaksAfterSending = true;
        assertThatIllegalStateException().isThrownBy(() -> carries(courier, "One", WORDS));
        assertThatIllegalStateException().isThrownBy(() -> carries(courier, "One", WORDS));
        seen.breaksAfterSending = false;
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.PUBLISHED);
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.DUPLICATE);
        assertThat(carries(courier, "Three", WORDS)).isEqualTo(Publication.REVISED);
        assertThat(outlet.articles).extracting(FetchedArticle::revision).containsExactly(1, 1, 2, 3);
        assertThat(outlet.articles.get(2).changed()).containsExactly(new ArticleChange("text", null, null));
    }

    @Test
    void givesOtherWordsTheNextRevision_whenTheChannelDidNotSayWhetherItTookTheFirst() throws OutletDownException {
        outlet.refused.add("a");
        assertThat(carries(courier, "One", WORDS)).isEqualTo(Publication.FAILED);
        outlet.refused.clear();
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.PUBLISHED);
        assertThat(outlet.articles.getLast().revision()).isEqualTo(2);
        assertThat(seen.marked.get("a").revision()).isEqualTo(2);
    }

    @Test
    void offersTheEditAgain_whenTheChannelDidNotAcknowledgeIt() throws OutletDownException {
        carries(courier, "One", WORDS);
        outlet.refused.add("a");
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.FAILED);
        outlet.refused.clear();
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.REVISED);
        assertThat(outlet.articles.getLast().revision()).isEqualTo(2);
    }

    @Test
    void publishesWhatALookAtThePageFound_andComparesTheFeedWithItselfAsBefore() throws OutletDownException {
        carries(courier, "One", WORDS);
        var vanished = new Draft.Finding(7, List.of(new ArticleChange("vanished", null, "HTTP status 404")));
        var draft = new Draft(courier.article("a", "One", WORDS), TraceParent.start(), vanished);
        assertThat(publisher.publish(List.of(draft))).containsExactly(Publication.REVISED);
        assertThat(outlet.articles.getLast().changed()).isEqualTo(vanished.changes());
        assertThat(carries(courier, "One", WORDS)).isEqualTo(Publication.DUPLICATE);
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.REVISED);
        assertThat(outlet.articles.getLast().revision()).isEqualTo(3);
    }

    @Test
    void completesOnlyWhatGoesOut_andTellsEditsByWhatTheFeedCarries() throws OutletDownException {
        Completion page = articles -> articles.stream()
                .map(a -> a.withWords(a.title(), a.text() + " And the whole story.", null))
                .toList();
        var drafts = List.of(courier.draft("a", "One", WORDS), courier.draft("b", "One", WORDS));
        publisher.publish(drafts, page);
        assertThat(outlet.articles).allMatch(a -> a.text().endsWith("whole story."));
        assertThat(publisher.publish(drafts, articles -> {
                    throw new IllegalStateException("nothing goes out");
                }))
                .containsOnly(Publication.DUPLICATE);
    }

    @Test
    void takesOverArticlesOfAnEarlierVersion_withoutPublishingThemAgain() throws OutletDownException {
        seen.marked.put("a", new Seen("a", 1, now, null, null, null, Edits.NONE, null, null, List.of()));
        assertThat(carries(courier, "One", WORDS)).isEqualTo(Publication.DUPLICATE);
        assertThat(carries(courier, "Two", WORDS)).isEqualTo(Publication.REVISED);
    }

    @Test
    void refusesALimitThatAllowsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publisher(0))
                .withMessageContaining("'tocsin.ingest.edits-a-day' is 0");
    }

    private void dieAfterSending(String title) {
        seen.breaksAfterSending = true;
        assertThatIllegalStateException().isThrownBy(() -> carries(courier, title, WORDS));
        seen.breaksAfterSending = false;
        publisher = publisher(3);
    }

    private Publication carries(Carried by, String title, String text) throws OutletDownException {
        return publisher.publish(List.of(by.draft("a", title, text))).getFirst();
    }

    private Publisher publisher(int editsADay) {
        InstantSource clock = () -> now;
        return new Publisher(seen, outlet, clock, editsADay, Completion.NONE);
    }
}

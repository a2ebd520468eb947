package dev.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.publish.Salvage.Sent;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A replica died between sending a first text and marking it; what it sent stands on the channel. */
class SalvageTest {
    private static final String TEXT = "Cranes stand still in the old port, and nobody was hurt. ";
    private static final Completion WHOLE_STORY = articles -> articles.stream()
            .map(a -> a.withWords(a.title(), a.text() + "And the whole story.", null))
            .toList();

    private final FakeSeen seen = new FakeSeen();
    private final FakeOutlet outlet = new FakeOutlet();
    private final Salvage salvage = new Salvage(seen);
    private final Carried courier = Carried.by("courier");

    @Test
    void makesTheEditARevision_whenTheTextWasEditedMeanwhile() throws OutletDownException {
        diesAfterSending("One");
        marksWhatWasSent();
        assertThat(carries("Two")).isEqualTo(Publication.REVISED);
        assertThat(outlet.articles).extracting(FetchedArticle::revision).containsExactly(1, 2);
        assertThat(outlet.articles.getLast().title()).isEqualTo("Two");
        assertThat(outlet.articles.getLast().changed()).extracting("before").containsExactly("One");
    }

    @Test
    void sendsNothingAgain_whenTheFeedStillSaysTheSame() throws OutletDownException {
        diesAfterSending("One");
        marksWhatWasSent();
        assertThat(carries("One")).isEqualTo(Publication.DUPLICATE);
        assertThat(outlet.sent).containsExactly("a");
    }

    @Test
    void leavesWhatIsMarkedAlone() throws OutletDownException {
        carries("One");
        carries("Two");
        var before = seen.marked.get("a");
        assertThat(salvage.unmarked(List.of("a", "b"))).containsExactly("b");
        marksWhatWasSent();
        assertThat(seen.marked).containsEntry("a", before);
    }

    private void diesAfterSending(String title) {
        seen.breaksAfterSending = true;
        assertThatIllegalStateException().isThrownBy(() -> carries(title));
        seen.breaksAfterSending = false;
    }

    private void marksWhatWasSent() {
        var first = outlet.articles.getFirst();
        salvage.mark(List.of(new Sent(first, outlet.carried.get(first.id()), new Place(0, 7), Carried.READ)));
    }

    /** Each time by a process that knows nothing of those before it. */
    private Publication carries(String title) throws OutletDownException {
        var publisher = new Publisher(seen, outlet, InstantSource.fixed(Carried.READ));
        return publisher
                .publish(List.of(courier.draft("a", title, TEXT)), WHOLE_STORY)
                .getFirst();
    }
}

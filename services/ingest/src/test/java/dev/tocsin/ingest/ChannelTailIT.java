package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.edit.Wording;
import dev.tocsin.ingest.publish.ArticleOutlet;
import dev.tocsin.ingest.publish.Carried;
import dev.tocsin.ingest.publish.Draft;
import dev.tocsin.ingest.publish.Place;
import dev.tocsin.ingest.publish.Publication;
import dev.tocsin.ingest.publish.Publisher;
import dev.tocsin.ingest.publish.SeenArticles;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands on a real channel and was never marked, because whoever sent it died. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ChannelTailIT {
    @Inject
    ChannelTail tail;

    @Inject
    ArticleOutlet outlet;

    @Inject
    SeenArticles seen;

    @Inject
    Publisher publisher;

    private final Carried courier = Carried.by("courier-" + UUID.randomUUID());

    @Test
    void marksWhatWasSent_soThatTheEditIsTheNextRevision() throws Exception {
        var before = Instant.now();
        var id = UUID.randomUUID().toString();
        var place = send(courier.article(id, "Dockers walk out", "18 held."));
        tail.mark(before);
        var known = seen.among(List.of(id)).get(id);
        assertThat(known.place()).isEqualTo(place);
        assertThat(known.giver()).isEqualTo(courier.feed());
        assertThat(known.wording()).isEqualTo(Wording.of("Dockers walk out", "18 held."));
        var edited = new Draft(courier.article(id, "Dockers walk out", "26 held."), TraceParent.start());
        assertThat(publisher.publish(List.of(edited))).containsExactly(Publication.REVISED);
    }

    @Test
    void marksAll_whenThereAreMoreThanOnePollReads() throws Exception {
        var before = Instant.now();
        var articles = IntStream.range(0, 500)
                .mapToObj(i -> courier.article(UUID.randomUUID().toString(), "Number " + i, "Text. ".repeat(500)))
                .toList();
        for (var article : articles) {
            send(article);
        }
        tail.mark(before);
        var ids = articles.stream().map(FetchedArticle::id).toList();
        assertThat(seen.among(ids)).containsOnlyKeys(ids);
    }

    @Test
    void readsNothing_whenNothingWasSentSince() throws Exception {
        var id = UUID.randomUUID().toString();
        send(courier.article(id, "Long ago", "18 held."));
        tail.mark(Instant.now().plusSeconds(3_600));
        assertThat(seen.among(List.of(id))).isEmpty();
    }

    private Place send(FetchedArticle article) throws Exception {
        return outlet.send(article, Wording.of(article.title(), article.text()), TraceParent.start())
                .get();
    }
}

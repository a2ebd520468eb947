package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.burst.Rate;
import dev.tocsin.alerts.burst.Report;
import dev.tocsin.alerts.policy.Mutes;
import dev.tocsin.alerts.story.Articles;
import dev.tocsin.alerts.story.Known;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task does when it starts on the stores of an earlier one. */
class StoryProcessorTest {
    private static final Articles HARBOUR = article("harbour-1")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles HARBOUR_AGAIN = article("harbour-2")
            .from("courier.example")
            .titled("Harbour of Veltrova blocked by dockers")
            .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.")
            .after(Duration.ofHours(2));

    @TempDir
    private Path folder;

    private Settings settings;
    private MockProcessorContext<String, Object> context;
    private StoryProcessor processor;

    @BeforeEach
    void start() {
        settings = Settings.in(folder);
        context = new MockProcessorContext<>(new Properties(), new TaskId(1, 0), folder.toFile());
        context.setCurrentSystemTimeMs(Settings.NOW.toEpochMilli());
        store(StoryProcessor.STORIES, StoryState.class);
        store(StoryProcessor.ARTICLES, Known.class);
        store(StoryProcessor.DUE, String.class);
        store(StoryProcessor.MUTES, Mutes.class);
        store(BurstBell.RATES, Rate.class);
        store(BurstBell.ARTICLES, Report.class);
        processor = settings.storyProcessor();
        processor.init(context);
    }

    @Test
    void changesNothing_whenAnArticleIsDeliveredAgainAfterARestart() {
        process(HARBOUR);
        restart();

        process(HARBOUR);
        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void goesOnWithTheStory_afterARestart() {
        process(HARBOUR);
        var first = alerts().getFirst();
        restart();

        process(HARBOUR_AGAIN);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.story()).isEqualTo(first.story());
            assertThat(alert.revision()).isEqualTo(2);
        });
    }

    @Test
    void knowsWhichStoryTookWhich_afterARestart() {
        process(Merging.DOCKERS);
        var first = alerts().getFirst().story();
        process(Merging.FERRIES);
        restart();
        process(Merging.BOTH);
        assertThat(alerts()).extracting(Alert::msgType).contains(Alert.MsgType.Cancel);
        restart();

        process(Merging.FERRIES);
        assertThat(context.forwarded()).isEmpty();
        process(Merging.FERRIES.titled("Ferries to Sommer island sail again").revised(2));
        assertThat(stories()).singleElement().satisfies(story -> {
            assertThat(story.id()).isEqualTo(first);
            assertThat(story.articleCount()).isEqualTo(3);
        });
    }

    @Test
    void forgetsWhatWasUndone_whenTheTaskIsRevived() {
        process(HARBOUR);
        // a transaction that fails takes the stores back to before it
        KeyValueStore<String, StoryState> stories = context.getStateStore(StoryProcessor.STORIES);
        KeyValueStore<String, Known> articles = context.getStateStore(StoryProcessor.ARTICLES);
        empty(stories);
        empty(articles);
        processor.init(context);
        context.resetForwards();

        process(HARBOUR);
        assertThat(alerts()).extracting(Alert::revision).containsExactly(1);
    }

    @Test
    void buriesAnArticleThatStoriesChokeOn_andGoesOn() {
        process(HARBOUR.on());
        process(HARBOUR_AGAIN);

        assertThat(context.forwarded())
                .extracting(f -> f.record().value())
                .hasAtLeastOneElementOfType(DeadLetter.class)
                .hasAtLeastOneElementOfType(Alert.class);
        assertThat(settings.count("tocsin.dead.letters", "reason", "unhandleable"))
                .isEqualTo(1);
    }

    private void restart() {
        processor = settings.storyProcessor();
        processor.init(context);
        context.resetForwards();
    }

    private void process(Articles article) {
        context.setCurrentStreamTimeMs(article.fetched().toEpochMilli());
        context.setRecordMetadata("hits", 0, 0);
        processor.process(new Record<>(
                "protests",
                new Intake.Article(article.classified()),
                article.fetched().toEpochMilli()));
    }

    private List<Alert> alerts() {
        return forwarded(Alert.class);
    }

    private List<Story> stories() {
        return forwarded(Story.class);
    }

    private <T> List<T> forwarded(Class<T> type) {
        return context.forwarded().stream()
                .map(f -> f.record().value())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private <T> void store(String name, Class<T> type) {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), JsonSerde.of(type))
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private static <T> void empty(KeyValueStore<String, T> store) {
        try (var all = store.all()) {
            all.forEachRemaining(e -> store.delete(e.key));
        }
    }
}

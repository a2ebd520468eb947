package dev.tocsin.archive;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The channels that are archived. A batch is acknowledged when its method returns. */
@Singleton
final class Consumers {
    private final Intake intake;
    private final Store store;
    private final Vetting vetting;
    private final TopicHistory history;
    private final Pace pace;

    Consumers(Intake intake, Store store, Vetting vetting, TopicHistory history, Pace pace) {
        this.intake = intake;
        this.store = store;
        this.vetting = vetting;
        this.history = history;
        this.pace = pace;
    }

    /** An article without a value was erased, here or by another replica. */
    @Incoming("articles")
    @RunOnVirtualThread
    void articles(ConsumerRecords<String, byte[]> batch) {
        var told = all(batch).stream()
                .filter(m -> m.value() != null || m.key() == null)
                .toList();
        intake.take(Channel.ARTICLES_CLASSIFIED, ClassifiedArticle.class, told, articles -> {
            var rejections = vetting.articles(articles);
            pace.articles(articles);
            return rejections;
        });
    }

    /** A story without a value has left the compacted channel; the archive is where it stays. */
    @Incoming("stories")
    @RunOnVirtualThread
    void stories(ConsumerRecords<String, byte[]> batch) {
        var told = all(batch).stream().filter(m -> m.value() != null).toList();
        intake.take(Channel.STORIES, Story.class, told, vetting::stories);
        pace.count(Channel.STORIES, told.size());
    }

    @Incoming("alerts")
    @RunOnVirtualThread
    void alerts(ConsumerRecords<String, byte[]> batch) {
        intake.take(Channel.ALERTS, Alert.class, all(batch), alerts -> {
            var rejections = vetting.alerts(alerts);
            pace.alerts(alerts);
            return rejections;
        });
    }

    @Incoming("verdicts")
    @RunOnVirtualThread
    void verdicts(ConsumerRecords<String, byte[]> batch) {
        intake.take(Channel.VERDICTS, Verdict.class, all(batch), store::saveVerdicts);
        pace.count(Channel.VERDICTS, batch.count());
    }

    /** One after the other: a pack without a value is a pack deleted, and may be followed by a new one of its id. */
    @Incoming("topics")
    @RunOnVirtualThread
    void topics(ConsumerRecords<String, byte[]> batch) {
        for (var message : batch) {
            if (message.value() == null && message.key() != null) {
                intake.forget(() -> store.deleteTopic(message.key()));
            } else {
                intake.take(Channel.TOPICS, TopicPack.class, List.of(message), this::save);
            }
        }
    }

    private List<Rejection> save(List<TopicPack> packs) {
        history.save(packs);
        return store.saveTopics(packs);
    }

    private static List<ConsumerRecord<String, byte[]>> all(ConsumerRecords<String, byte[]> batch) {
        return StreamSupport.stream(batch.spliterator(), false).toList();
    }
}

package dev.tocsin.alerts;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupSubscribedToTopicException;
import org.jboss.logging.Logger;

/**
 * How far the streams had read the articles while they did so themselves, before there was a {@link Sorter}: that is where it begins.
 * Kept for longer they would look like a backlog that grows.
 */
final class FormerOffsets {
    private static final Logger LOG = Logger.getLogger(FormerOffsets.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

    private final Map<String, Object> broker;
    private final String articles;
    private final String former;
    private final String own;
    private long looked = System.nanoTime() - PAUSE;
    private boolean over;

    /**
     * @param articles the channel
     * @param former the group that read it
     * @param own the group that reads it now
     */
    FormerOffsets(Map<String, Object> broker, String articles, String former, String own) {
        this.broker = broker;
        this.articles = articles;
        this.former = former;
        this.own = own;
    }

    Map<TopicPartition, OffsetAndMetadata> read() {
        try (var admin = Admin.create(broker)) {
            return read(admin, former);
        }
    }

    /** Takes them away, where the sorters have read on from each and no replica of before is left; else looks again later. */
    void forget() {
        if (over || System.nanoTime() - looked < PAUSE) {
            return;
        }
        looked = System.nanoTime();
        try (var admin = Admin.create(broker)) {
            var offsets = read(admin, former).keySet();
            if (offsets.isEmpty()) {
                over = true;
            } else if (read(admin, own).keySet().containsAll(offsets)) {
                Sorter.got(admin.deleteConsumerGroupOffsets(former, offsets).all());
                LOG.infof("offsets of an earlier version are gone partitions=%d", offsets.size());
            }
        } catch (GroupSubscribedToTopicException e) {
            LOG.debugf("a replica of an earlier version still reads channel=%s", articles);
        } catch (KafkaException e) {
            // no article waits for that
            LOG.warnf("offsets of an earlier version stay group=%s error=\"%s\"", former, e.getMessage());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> read(Admin admin, String group) {
        return Sorter.got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(articles) && offset.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

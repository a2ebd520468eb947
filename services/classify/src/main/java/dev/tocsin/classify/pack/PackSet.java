package dev.tocsin.classify.pack;

import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The packs in force: those of the folder, and over them those of the channel {@code topics}, which desks change while the
 * service runs. Of one topic the higher version counts, and of equal ones the channel's. Immutable.
 */
public final class PackSet {
    private final Map<String, TopicPack> ofFolder;
    private final Map<String, TopicPack> ofChannel;

    private PackSet(Map<String, TopicPack> ofFolder, Map<String, TopicPack> ofChannel) {
        this.ofFolder = Map.copyOf(ofFolder);
        this.ofChannel = Map.copyOf(ofChannel);
    }

    public static PackSet of(Collection<TopicPack> folder) {
        var packs = new TreeMap<String, TopicPack>();
        folder.forEach(pack -> packs.put(pack.id(), pack));
        return new PackSet(packs, Map.of());
    }

    /** The set after a message of the channel. @param pack null where the topic was deleted */
    public PackSet after(String topic, @Nullable TopicPack pack) {
        var channel = new TreeMap<>(ofChannel);
        if (pack == null) {
            channel.remove(topic);
        } else {
            channel.put(topic, pack);
        }
        return new PackSet(ofFolder, channel);
    }

    /** By topic id. */
    public List<TopicPack> packs() {
        var packs = new TreeMap<>(ofFolder);
        ofChannel.forEach((id, pack) -> packs.merge(id, pack, (a, b) -> a.version() > b.version() ? a : b));
        return List.copyOf(packs.values());
    }

    /** What the channel does not know: packs of the folder that are new, or newer there. */
    public List<TopicPack> untold() {
        var untold = new ArrayList<>(packs());
        untold.removeAll(ofChannel.values());
        return untold;
    }
}

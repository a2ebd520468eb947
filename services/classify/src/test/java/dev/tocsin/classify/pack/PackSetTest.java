package dev.tocsin.classify.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.TopicPack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackSetTest {
    private final PackSet folder = PackSet.of(List.of(pack("floods", 2), pack("fires", 1)));

    @Test
    void holdsTheFoldersPacks_andOverThemTheChannels() {
        var set = folder.after("floods", pack("floods", 3)).after("quakes", pack("quakes", 1));
        assertThat(versions(set)).containsExactly("fires 1", "floods 3", "quakes 1");
    }

    @Test
    void prefersTheFolder_whereItIsNewer() {
        assertThat(versions(folder.after("floods", pack("floods", 1)))).contains("floods 2");
    }

    @Test
    void goesBackToTheFolder_whenTheChannelForgetsATopic() {
        var set =
                folder.after("floods", pack("floods", 3)).after("floods", null).after("fires", null);
        assertThat(versions(set)).containsExactly("fires 1", "floods 2");
    }

    @Test
    void tellsWhatTheChannelDoesNotKnow() {
        assertThat(folder.untold()).hasSize(2);
        var set = folder.after("floods", pack("floods", 1)).after("fires", pack("fires", 1));
        assertThat(set.untold()).extracting(TopicPack::id).containsExactly("floods");
    }

    private static List<String> versions(PackSet set) {
        return set.packs().stream().map(p -> p.id() + " " + p.version()).toList();
    }

    static TopicPack pack(String id, int version) {
        var signal = new TopicPack.Signal("word", 1, Map.of("en", List.of(id)));
        return new TopicPack(id, version, Map.of("en", id), null, List.of(), 0.5, 1, List.of(signal), List.of(), null);
    }
}

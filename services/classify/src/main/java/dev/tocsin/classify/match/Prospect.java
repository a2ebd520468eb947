package dev.tocsin.classify.match;

import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The most that an article can come to in one pack, told from the words that are there wherever they stand. An upper bound
 * of {@link Scores}: what it rules out need not be looked at, which is nearly every pack for nearly every article.
 */
final class Prospect {
    /** Above what products in another order differ by. */
    private static final double ROUNDING = 1e-9;

    private final double threshold;
    private final double[] notInTitle;
    private final double[] notInText;
    private final List<BitSet> requires;
    private final List<Near> near;

    /** A signal that fires where all of those do. */
    private record Near(int signal, BitSet of) {
        void fire(BitSet fired) {
            int each = of.nextSetBit(0);
            while (each >= 0 && fired.get(each)) {
                each = of.nextSetBit(each + 1);
            }
            if (each < 0) {
                fired.set(signal);
            }
        }
    }

    Prospect(TopicPack pack) {
        var signals = pack.signals();
        threshold = pack.threshold() - ROUNDING;
        notInText = left(pack, false);
        notInTitle = left(pack, true);
        var ids = signals.stream().map(TopicPack.Signal::id).toList();
        requires = pack.requires().stream().map(group -> places(ids, group)).toList();
        near = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            var of = signals.get(i).near();
            if (of != null) {
                near.add(new Near(i, places(ids, of.of())));
            }
        }
    }

    /**
     * Whether the article may belong.
     *
     * @param title numbers of the signals whose words the title has; those that are near each other are added
     * @param text likewise of the text
     */
    boolean mayBelong(BitSet title, BitSet text) {
        for (var each : near) {
            each.fire(title);
            each.fire(text);
        }
        double not = 1;
        for (int signal = title.nextSetBit(0); signal >= 0; signal = title.nextSetBit(signal + 1)) {
            not *= text.get(signal) ? Math.min(notInTitle[signal], notInText[signal]) : notInTitle[signal];
        }
        for (int signal = text.nextSetBit(0); signal >= 0; signal = text.nextSetBit(signal + 1)) {
            not *= title.get(signal) ? 1 : notInText[signal];
        }
        return 1 - not >= threshold && isRequiredThere(title, text);
    }

    private boolean isRequiredThere(BitSet title, BitSet text) {
        for (var group : requires) {
            if (!group.intersects(title) && !group.intersects(text)) {
                return false;
            }
        }
        return true;
    }

    private static double[] left(TopicPack pack, boolean inTitle) {
        return IntStream.range(0, pack.signals().size())
                .mapToDouble(signal -> Scores.notFor(pack, signal, inTitle))
                .toArray();
    }

    private static BitSet places(List<String> ids, Collection<String> some) {
        var places = new BitSet();
        IntStream.range(0, ids.size())
                .filter(i -> some.contains(Objects.requireNonNull(ids.get(i))))
                .forEach(places::set);
        return places;
    }
}

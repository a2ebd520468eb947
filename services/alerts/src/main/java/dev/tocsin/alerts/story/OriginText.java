package dev.tocsin.alerts.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an origin's article, to recognise its copies by.
 *
 * @param source the origin's source id
 */
record OriginText(String article, String source, @Nullable String fingerprint, Sketch sketch) {
    /** Above this share of common four-word runs, two texts are one report. */
    private static final double COPY = 0.8;

    private static final int MOST = 16;

    static OriginText of(Sighting sighting, String origin) {
        return new OriginText(
                sighting.id(),
                origin,
                sighting.article().fingerprint(),
                Sketch.of(sighting.fetched().text()));
    }

    boolean isCopiedBy(OriginText other) {
        return fingerprint != null && fingerprint.equals(other.fingerprint) || sketch.likeness(other.sketch) >= COPY;
    }

    /** The texts with this one among them, the oldest dropped when there are too many. */
    List<OriginText> joining(List<OriginText> texts) {
        var joined = new ArrayList<OriginText>();
        texts.stream().filter(t -> !t.article.equals(article)).forEach(joined::add);
        joined.add(this);
        return List.copyOf(joined.subList(Math.max(0, joined.size() - MOST), joined.size()));
    }
}

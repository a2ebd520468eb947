package dev.tocsin.alerts.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an origin's article, to recognise its copies and translations by.
 *
 * @param source the origin's source id
 * @param signs a sketch of its signature, which a translation shares
 */
record OriginText(
        String article, String source, String language, @Nullable String fingerprint, Sketch sketch, Sketch signs) {
    /** Above this share of common four-word runs, two texts are one report. */
    private static final double COPY = 0.8;

    /** At most so many of 64 bits differ between near copies, as classify measured where it makes the fingerprints. */
    private static final int NEAR = 14;

    /**
     * Above this share of common signs, a text in another language is a translation: of the labelled pairs six in ten are
     * above it, of two reports of one event each in its own words none. Fewer signs are a headline's.
     */
    private static final double TRANSLATION = 0.43;

    private static final int FEWEST_SIGNS = 8;

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

    private static final int MOST = 16;

    OriginText {
        // of a version that knew neither
        language = language == null ? "" : language;
        signs = signs == null ? Sketch.NONE : signs;
        fingerprint = fingerprint != null && FINGERPRINT.matcher(fingerprint).matches() ? fingerprint : null;
    }

    static OriginText of(Sighting sighting, String origin) {
        return new OriginText(
                sighting.id(),
                origin,
                sighting.language(),
                sighting.article().fingerprint(),
                Sketch.of(sighting.fetched().text()),
                Sketch.of(sighting.article().signature()));
    }

    boolean isRepeatedBy(OriginText other) {
        return language.equals(other.language) ? isCopiedBy(other) : isTranslatedBy(other);
    }

    private boolean isCopiedBy(OriginText other) {
        return fingerprint != null && other.fingerprint != null && distance(fingerprint, other.fingerprint) <= NEAR
                || sketch.likeness(other.sketch) >= COPY;
    }

    private boolean isTranslatedBy(OriginText other) {
        return Math.min(signs.size(), other.signs.size()) >= FEWEST_SIGNS && signs.likeness(other.signs) >= TRANSLATION;
    }

    private static int distance(String one, String other) {
        return Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16));
    }

    /** The texts with this one among them, the oldest dropped when there are too many. */
    List<OriginText> joining(List<OriginText> texts) {
        var joined = new ArrayList<OriginText>();
        texts.stream().filter(t -> !t.article.equals(article)).forEach(joined::add);
        joined.add(this);
        return List.copyOf(joined.subList(Math.max(0, joined.size() - MOST), joined.size()));
    }
}

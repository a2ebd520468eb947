package dev.tocsin.alerts.story;

import dev.tocsin.contracts.OriginMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an origin's article, to recognise its copies and translations by.
 *
 * @param origin id of the origin's first article
 * @param signs its signature, which a translation shares
 * @param length of the text, in UTF-16 units
 */
record OriginText(
        String article,
        String origin,
        String language,
        @Nullable String fingerprint,
        Sketch sketch,
        Terms signs,
        int length) {
    /** Above this share of common four-word runs, two texts are one report. */
    private static final double COPY = 0.8;

    /** At most so many of 64 bits differ between near copies, as classify measured where it makes the fingerprints. */
    private static final int NEAR = 14;

    /** From this share of common signs on, a text in another language of about its length is a translation. */
    private static final double TRANSLATION = 0.39;

    /** A translation is not much shorter or longer: Chinese apart, what is translated is within a third. */
    private static final double SAME_LENGTH = 0.6;

    /** Reports of one event share its names anyway; what they do not share is how it is told. */
    private static final float NAME = 0.5f;

    /** Fewer signs are a headline's. */
    private static final int FEWEST_SIGNS = 6;

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

    private static final int MOST = 16;

    OriginText {
        // of a version that knew neither
        language = language == null ? "" : language;
        signs = signs == null ? Terms.NONE : signs;
        origin = origin == null ? article : origin;
        fingerprint = fingerprint != null && FINGERPRINT.matcher(fingerprint).matches() ? fingerprint : null;
    }

    static OriginText of(Sighting sighting) {
        var text = sighting.fetched().text();
        return new OriginText(
                sighting.id(),
                sighting.id(),
                sighting.language(),
                sighting.article().fingerprint(),
                Sketch.of(text),
                signs(sighting.article().signature()),
                text.length());
    }

    private static Terms signs(List<String> signature) {
        var weighed = new HashMap<Integer, Float>();
        for (var key : signature) {
            boolean name = key.startsWith("a:") || key.startsWith("p:") || key.startsWith("s:");
            weighed.put(Terms.key(key), name ? NAME : 1f);
        }
        return Terms.of(weighed);
    }

    OriginText under(String other) {
        return new OriginText(article, other, language, fingerprint, sketch, signs, length);
    }

    /** How another text repeats this one, if it does: {@link OriginMember#COPY} or {@link OriginMember#TRANSLATION}. */
    Optional<String> repeatedBy(OriginText other) {
        if (language.equals(other.language)) {
            return isCopiedBy(other) ? Optional.of(OriginMember.COPY) : Optional.empty();
        }
        return isTranslatedBy(other) ? Optional.of(OriginMember.TRANSLATION) : Optional.empty();
    }

    private boolean isCopiedBy(OriginText other) {
        return fingerprint != null && other.fingerprint != null && distance(fingerprint, other.fingerprint) <= NEAR
                || sketch.likeness(other.sketch) >= COPY;
    }

    private boolean isTranslatedBy(OriginText other) {
        return Math.min(signs.size(), other.signs.size()) >= FEWEST_SIGNS
                && Math.min(length, other.length) >= SAME_LENGTH * Math.max(length, other.length)
                && signs.overlap(other.signs) >= TRANSLATION;
    }

    private static int distance(String one, String other) {
        return Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16));
    }

    /** The texts with this one among them, the oldest dropped when there are too many. */
    List<OriginText> joining(List<OriginText> texts) {
        var joined = new ArrayList<OriginText>();
        texts.stream().filter(t -> !t.article.equals(article)).forEach(joined::add);
        joined.add(this);
        return bounded(joined);
    }

    static List<OriginText> bounded(List<OriginText> texts) {
        return List.copyOf(texts.subList(Math.max(0, texts.size() - MOST), texts.size()));
    }
}

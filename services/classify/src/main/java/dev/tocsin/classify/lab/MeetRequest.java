package dev.tocsin.classify.lab;

import dev.tocsin.contracts.TopicPack;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are to be met with packs, and nothing to come of it.
 *
 * @param packs one to three, each with the next
 * @param texts up to {@value #MOST_TEXTS}
 */
public record MeetRequest(List<TopicPack> packs, List<Text> texts) {
    static final int MOST_TEXTS = 500;
    private static final int MOST_PACKS = 3;

    /**
     * A text.
     *
     * @param id for the answer
     * @param language BCP 47
     * @param at when it was published, for days that it names without a year
     * @param sign whether its signature is wanted too, if it belongs
     */
    public record Text(
            String id,
            String language,
            @Nullable String title,
            @Nullable String text,
            @Nullable Instant at,
            boolean sign) {
        public Text {
            if (id == null || language == null) {
                throw new IllegalArgumentException("a text has no 'id' or no 'language'");
            }
        }
    }

    public MeetRequest {
        if (packs == null || packs.isEmpty() || packs.size() > MOST_PACKS) {
            throw new IllegalArgumentException("'packs' must hold one to " + MOST_PACKS);
        }
        if (texts == null || texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException("'texts' is missing, or holds more than " + MOST_TEXTS);
        }
        packs = List.copyOf(packs);
        texts = List.copyOf(texts);
    }
}

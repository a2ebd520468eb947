package dev.tocsin.classify;

import dev.tocsin.classify.learn.JudgedText;
import dev.tocsin.contracts.TopicPack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /packs/refit} is given.
 *
 * @param texts up to {@value #MOST_TEXTS}
 */
record RefitRequest(TopicPack pack, List<Text> texts) {
    static final int MOST_TEXTS = 2_000;

    private static final String RELEVANT = "relevant";
    private static final String IRRELEVANT = "irrelevant";

    /**
     * A judged text.
     *
     * @param story what was judged
     * @param label {@code relevant} or {@code irrelevant}
     */
    record Text(String story, String label, String language, @Nullable String title, @Nullable String text) {
        Text {
            if (story == null || language == null) {
                throw new IllegalArgumentException("a text has no 'story' or no 'language'");
            }
            if (!RELEVANT.equals(label) && !IRRELEVANT.equals(label)) {
                throw new IllegalArgumentException("'label' is " + label + ", expected relevant or irrelevant");
            }
        }
    }

    RefitRequest {
        if (pack == null || texts == null) {
            throw new IllegalArgumentException("'pack' or 'texts' is missing");
        }
        if (texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException("'texts' holds " + texts.size() + ", the most is " + MOST_TEXTS);
        }
    }

    List<JudgedText> judged() {
        return texts.stream()
                .map(t -> new JudgedText(
                        t.story(),
                        t.language(),
                        t.title(),
                        t.text() == null ? "" : t.text(),
                        t.label().equals(RELEVANT)))
                .toList();
    }
}

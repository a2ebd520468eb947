package dev.tocsin.classify.learn;

import org.jspecify.annotations.Nullable;

/**
 * A text of which analysts said whether it belongs to the topic.
 *
 * @param story what they judged; its texts count as one verdict together
 * @param language BCP 47
 * @param relevant whether it belongs
 */
public record JudgedText(String story, String language, @Nullable String title, String text, boolean relevant) {}

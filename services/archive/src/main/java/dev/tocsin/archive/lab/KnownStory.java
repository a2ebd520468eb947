package dev.tocsin.archive.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story of the topic as it really was.
 *
 * @param relevant what the desk said of it; null where nobody did
 * @param articles their ids
 */
public record KnownStory(String id, String headline, @Nullable Boolean relevant, List<String> articles) {}

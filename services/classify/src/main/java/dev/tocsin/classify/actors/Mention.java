package dev.tocsin.classify.actors;

import dev.tocsin.contracts.Field;

/**
 * One place of a text where an entity is named.
 *
 * @param demonym whether it is named by an adjective or by its people, as in "Turkish" and "the Turks"
 * @param inflected whether it stands in another case than the nominative, as far as its ending tells
 * @param start first UTF-16 unit in the field
 * @param end one past the last
 * @param spelling the words as they stand there
 */
public record Mention(
        Entity entity, boolean demonym, boolean inflected, Field field, int start, int end, String spelling) {}

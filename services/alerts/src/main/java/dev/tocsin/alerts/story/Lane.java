package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Story;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One topic, live or of one play. Stories never cross lanes: a replay must not change what rang in earnest, its January is not
 * the live stream's today, and to play it again is another exercise.
 *
 * @param exercise number of the play, from 2; null for the first, those that nobody counts, and what is live
 */
public record Lane(String topic, boolean replay, @Nullable Integer exercise) {
    private static final int ID_BYTES = 16;

    public Lane {
        exercise = replay && exercise != null && exercise > 1 ? exercise : null;
    }

    public static Lane of(Story story) {
        return new Lane(story.topic(), story.replay(), story.exercise());
    }

    /** Whether this is of an earlier play of the topic. */
    public boolean isBefore(Lane other) {
        return replay && other.replay && topic.equals(other.topic) && number() < other.number();
    }

    private int number() {
        return exercise == null ? 1 : exercise;
    }

    /** The lane as the first part of store keys; {@code ~} stands in no topic id. */
    public String key() {
        return topic + (replay ? "~replay" : "") + (exercise == null ? "" : "~" + exercise);
    }

    /**
     * The id of what begins with something in this lane. Deterministic, so that a replay on an empty state gives the same
     * ids; a replay's own beside the live ones.
     */
    public String id(String first) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((key() + "\n" + first).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

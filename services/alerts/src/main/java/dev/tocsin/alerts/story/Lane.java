package dev.tocsin.alerts.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One topic, live or replayed. Stories never cross lanes: a replay must not change what rang in earnest, and its
 * January is not the live stream's today.
 */
public record Lane(String topic, boolean replay) {
    private static final int ID_BYTES = 16;

    /** The lane as the first part of store keys; {@code ~} stands in no topic id. */
    public String key() {
        return replay ? topic + "~replay" : topic;
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

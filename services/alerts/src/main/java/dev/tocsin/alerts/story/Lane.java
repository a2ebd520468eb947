package dev.tocsin.alerts.story;

/**
 * One topic, live or replayed. Stories never cross lanes: a replay must not change what rang in earnest, and its
 * January is not the live stream's today.
 */
public record Lane(String topic, boolean replay) {
    /** The lane as the first part of store keys; {@code ~} stands in no topic id. */
    public String key() {
        return replay ? topic + "~replay" : topic;
    }
}

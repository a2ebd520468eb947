package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst decides on an alert.
 *
 * @param id made by the writer; a verdict sent twice has one id
 * @param story the story, and the key of the message
 * @param by who decided
 * @param until when a mute ends; null for no end
 * @param scope what a mute silences: {@code story}, {@code source} or {@code actor}; null is the story
 * @param target id of the source, or English name of the actor, that a mute silences; null where it is the story
 * @param takesBack id of the verdict that this one takes back, so that the story is undecided again; null for all others. Its
 *     {@code verdict} is {@code acknowledged}, because that is what readers who do not know this field do least with
 * @param replay whether the story is an exercise's, so that what is decided on an exercise holds for exercises alone; null
 *     where the writer did not know
 */
public record Verdict(
        String id,
        String story,
        String topic,
        Kind verdict,
        String by,
        Instant at,
        @Nullable String note,
        @Nullable Instant until,
        @Nullable String scope,
        @Nullable String target,
        @Nullable String takesBack,
        @Nullable Boolean replay) {
    /** The decisions there are. */
    public enum Kind {
        @JsonProperty("acknowledged")
        ACKNOWLEDGED,
        @JsonProperty("relevant")
        RELEVANT,
        @JsonProperty("irrelevant")
        IRRELEVANT,
        @JsonProperty("muted")
        MUTED
    }

    public Verdict {
        Checks.required(id, "id");
        Checks.required(story, "story");
        Checks.required(topic, "topic");
        Checks.required(verdict, "verdict");
        Checks.required(by, "by");
        Checks.required(at, "at");
    }

    /** A verdict on the story itself. */
    public Verdict(
            String id,
            String story,
            String topic,
            Kind verdict,
            String by,
            Instant at,
            @Nullable String note,
            @Nullable Instant until,
            @Nullable String scope) {
        this(id, story, topic, verdict, by, at, note, until, scope, null);
    }

    /** A verdict that takes nothing back, by somebody who does not say whether the story is an exercise's. */
    public Verdict(
            String id,
            String story,
            String topic,
            Kind verdict,
            String by,
            Instant at,
            @Nullable String note,
            @Nullable Instant until,
            @Nullable String scope,
            @Nullable String target) {
        this(id, story, topic, verdict, by, at, note, until, scope, target, null, null);
    }
}

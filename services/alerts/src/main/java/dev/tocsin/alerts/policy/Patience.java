package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Cause;
import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether changes have to wait: for analysts who want no more of it, or for the story to cool down. */
record Patience(TopicRules topic, Told told, Mutes mutes, Instant clock) {
    private static final int STEPS_AGAINST_IRRELEVANCE = 2;

    /** What is remembered of changes that wait; empty where they ring. */
    Optional<Told> waiting(Cause cause, List<News> news, Alert.Severity severity) {
        var judgement = told.judgement();
        var irrelevantFrom = judgement.irrelevantFrom();
        if (irrelevantFrom != null
                && CapWords.steps(severity) < CapWords.steps(irrelevantFrom) + STEPS_AGAINST_IRRELEVANCE) {
            return Optional.of(told.waiting(cause, null));
        }
        if (judgement.isMuted(clock)) {
            return Optional.of(quiet(cause, judgement.mutedUntil()));
        }
        var sourceMuted = mutes.until(Mutes.SOURCE, cause.source(), clock);
        if (sourceMuted.isPresent()) {
            var before = told.cause();
            // what others caused does not wait longer for it
            return Optional.of(
                    told.waits() && before != null && !before.article().equals(cause.article())
                            ? quiet(before, told.due())
                            : quiet(cause, sourceMuted.get()));
        }
        var heard = news.stream().filter(n -> !isMuted(n)).toList();
        if (heard.stream().allMatch(n -> topic.of(n.rule()) == Ringing.WITH_OTHERS)) {
            return Optional.of(quiet(cause, endOfMutes(news)));
        }
        return isCooling(heard) ? Optional.of(told.waiting(cause, cooledAt())) : Optional.empty();
    }

    boolean isMuted(News news) {
        return mutes.until(Mutes.ACTOR, news.actor(), clock).isPresent();
    }

    /** When the first of the actors that these are about is heard again; null where none ever is. */
    @Nullable
    Instant endOfMutes(List<News> news) {
        return news.stream()
                .flatMap(n -> mutes.until(Mutes.ACTOR, n.actor(), clock).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Told quiet(Cause cause, @Nullable Instant until) {
        return told.judged(told.judgement().quieted()).waiting(cause, until);
    }

    private boolean isCooling(List<News> heard) {
        return told.at() != null
                && clock.isBefore(cooledAt())
                && heard.stream().noneMatch(n -> topic.of(n.rule()) == Ringing.AT_ONCE);
    }

    private Instant cooledAt() {
        return Objects.requireNonNull(told.at()).plus(topic.coolDown());
    }
}

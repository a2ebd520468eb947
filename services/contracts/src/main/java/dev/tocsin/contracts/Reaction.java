package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The stance an actor takes.
 *
 * @param actor the actor's English name
 * @param stance such as {@code supports}, {@code restraint}, {@code condemns}, {@code offers-help}, {@code sends},
 *     {@code concern}, {@code thanks} or {@code neutral}
 * @param towards whom or what it speaks of
 * @param code CAMEO event code, where one fits
 * @param quote the words it rests on
 */
public record Reaction(
        String actor,
        String stance,
        @Nullable String towards,
        @Nullable String code,
        String quote,
        int start,
        int end) {
    public Reaction {
        Checks.required(actor, "reaction.actor");
        Checks.required(stance, "reaction.stance");
        Checks.present(quote, "reaction.quote");
        Checks.span(start, end);
    }
}

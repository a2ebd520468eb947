package dev.tocsin.alerts.ledger;

import org.jspecify.annotations.Nullable;

/** A stance as one revision of an article reports it; see {@link dev.tocsin.contracts.Reaction}. */
public record Stance(String actor, String stance, @Nullable String towards, @Nullable String code, String quote) {}

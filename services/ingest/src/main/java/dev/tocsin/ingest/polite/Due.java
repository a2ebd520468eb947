package dev.tocsin.ingest.polite;

import java.time.Duration;

/**
 * A feed that is due, as little of it as it takes to let it wait.
 *
 * @param turn names the state in which it was found: whoever claims it must find it in the same
 * @param host whose server it is on, as {@link HostKey} says
 * @param interval that it is due after, and is not asked again before
 */
public record Due(String id, String turn, String host, Duration interval) {}

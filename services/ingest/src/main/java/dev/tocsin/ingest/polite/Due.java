package dev.tocsin.ingest.polite;

import java.time.Duration;

/**
 * A feed that is due, as little of it as it takes to let it wait.
 *
 * @param turn names the state in which it was found: whoever claims it must find it in the same
 * @param host whose server it is on, as {@link HostKey} says
 * @param hold for how long nobody else may ask it, once it is claimed
 */
public record Due(String id, String turn, String host, Duration hold) {}

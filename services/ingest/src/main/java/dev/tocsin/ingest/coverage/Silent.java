package dev.tocsin.ingest.coverage;

/**
 * A feed that has its part in a silence.
 *
 * @param missing articles of the last day
 */
public record Silent(String feed, String name, double missing) {}

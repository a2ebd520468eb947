package dev.tocsin.ingest.publish;

/** Where on the channel an article stands, so that its last revision can be read again. */
public record Place(int partition, long offset) {}

package dev.tocsin.ingest.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a subject.
 *
 * @param cause whose doing it is
 * @param silent the feeds that most is missing of
 * @param before the subject's last episode; null where it never had one
 */
public record Report(Subject subject, Finding finding, Cause cause, List<Silent> silent, @Nullable Episode before) {}

/**
 * Which articles tell of one event: the story logic, pure, with event time as its only clock. Depends on java.* and
 * contracts alone, and is meant to be replaced without touching the topology.
 */
@NullMarked
package dev.tocsin.alerts.story;

import org.jspecify.annotations.NullMarked;

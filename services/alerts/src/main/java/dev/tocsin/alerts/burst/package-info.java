/**
 * Bursts: when a topic, or a place or an actor within it, is reported far more often than is usual for it. Pure: counts in,
 * alerts out.
 */
@NullMarked
package dev.tocsin.alerts.burst;

import org.jspecify.annotations.NullMarked;

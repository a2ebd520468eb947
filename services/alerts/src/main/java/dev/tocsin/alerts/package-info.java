/**
 * The shell of alerts: reads classified articles, keeps stories in Kafka Streams' state, writes stories and alerts. What
 * a story is and when it rings is decided in the packages below.
 */
@NullMarked
package dev.tocsin.alerts;

import org.jspecify.annotations.NullMarked;

/** What each service tells of its step in an article's trace, in the form of OpenTelemetry's protocol (OTLP). */
@NullMarked
package dev.tocsin.contracts.trace;

import org.jspecify.annotations.NullMarked;

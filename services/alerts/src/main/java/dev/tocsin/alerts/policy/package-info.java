/** What the desk is told of a story, and when: pure. */
@NullMarked
package dev.tocsin.alerts.policy;

import org.jspecify.annotations.NullMarked;

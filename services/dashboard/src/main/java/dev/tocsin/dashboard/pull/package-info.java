/** Alerts as others pull them: an Atom feed, and CAP 1.2. Both are written by an XML writer, never glued. */
@NullMarked
package dev.tocsin.dashboard.pull;

import org.jspecify.annotations.NullMarked;

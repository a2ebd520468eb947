/** Evidence marked in a text: spans, which come from messages and are not to be trusted, become pieces to render. */
@NullMarked
package dev.tocsin.dashboard.marks;

import org.jspecify.annotations.NullMarked;

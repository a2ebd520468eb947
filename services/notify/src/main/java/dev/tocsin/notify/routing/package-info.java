/** The decisions of routing: which route an alert takes, when it is told, what is told together, and who is told next. */
@NullMarked
package dev.tocsin.notify.routing;

import org.jspecify.annotations.NullMarked;

/** How the system is, worked out of what broker, store and services say of themselves. */
@NullMarked
package dev.tocsin.dashboard.status;

import org.jspecify.annotations.NullMarked;

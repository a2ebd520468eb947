/** What can be set, read out of the services' sources. */
@NullMarked
package dev.tocsin.e2e.config;

import org.jspecify.annotations.NullMarked;

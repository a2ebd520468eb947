/** What an analyst decides, checked before it is written to the channel. */
@NullMarked
package dev.tocsin.dashboard.verdicts;

import org.jspecify.annotations.NullMarked;

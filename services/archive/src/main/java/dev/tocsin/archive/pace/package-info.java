/** How fast the news comes through, told from the times that messages carry; counts by the minute, and no clock of its own. */
@NullMarked
package dev.tocsin.archive.pace;

import org.jspecify.annotations.NullMarked;

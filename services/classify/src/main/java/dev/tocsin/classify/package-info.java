/** The shell of the classification stage: channels, configuration, start and the evaluation command. */
@NullMarked
package dev.tocsin.classify;

import org.jspecify.annotations.NullMarked;

/** The shell of the language stage: channels, configuration and the evaluation command. */
@NullMarked
package dev.tocsin.language;

import org.jspecify.annotations.NullMarked;

/** How fast the pure packages of language and classify are, by JMH. */
@NullMarked
package dev.tocsin.benches;

import org.jspecify.annotations.NullMarked;

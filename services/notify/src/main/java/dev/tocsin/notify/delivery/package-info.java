/** The decisions of webhook delivery: what is signed, what an answer means, what is tried next, which addresses are safe. */
@NullMarked
package dev.tocsin.notify.delivery;

import org.jspecify.annotations.NullMarked;

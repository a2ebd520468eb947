/** Who says how many, who takes which stance, and what became of it: pure, a function of the articles of a story. */
@NullMarked
package dev.tocsin.alerts.ledger;

import org.jspecify.annotations.NullMarked;

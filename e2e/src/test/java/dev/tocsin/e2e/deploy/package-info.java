/** What is deployed, read as those read it who run it. */
@NullMarked
package dev.tocsin.e2e.deploy;

import org.jspecify.annotations.NullMarked;

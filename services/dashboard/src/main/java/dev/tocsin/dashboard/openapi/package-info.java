/** Completes the API's document: forms, errors, headers and examples. Knows JSON trees only. */
@NullMarked
package dev.tocsin.dashboard.openapi;

import org.jspecify.annotations.NullMarked;

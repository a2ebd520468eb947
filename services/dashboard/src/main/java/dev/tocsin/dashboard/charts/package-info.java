/** Drawings of a story as SVG: pure geometry, no script, no style but class names, so that page, report and print share them. */
@NullMarked
package dev.tocsin.dashboard.charts;

import org.jspecify.annotations.NullMarked;

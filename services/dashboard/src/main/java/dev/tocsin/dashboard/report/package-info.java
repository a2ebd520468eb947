/** A story as a file: a report to read and to print, tables for other programs. */
@NullMarked
package dev.tocsin.dashboard.report;

import org.jspecify.annotations.NullMarked;

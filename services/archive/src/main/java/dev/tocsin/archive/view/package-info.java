/** How what was archived is shown: excerpts, words to search for, the state of an alert on the desk. */
@NullMarked
package dev.tocsin.archive.view;

import org.jspecify.annotations.NullMarked;

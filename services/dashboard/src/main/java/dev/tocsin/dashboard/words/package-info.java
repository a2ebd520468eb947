/** The interface's languages: which one a reader gets, and its words for templates and scripts alike. */
@NullMarked
package dev.tocsin.dashboard.words;

import org.jspecify.annotations.NullMarked;

/** What a draft of a topic pack would have found in the archive, counted and compared. Pure. */
@NullMarked
package dev.tocsin.archive.lab;

import org.jspecify.annotations.NullMarked;

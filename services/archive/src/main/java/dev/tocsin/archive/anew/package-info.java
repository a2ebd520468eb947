/** What is decided when archived articles are met with a newer topic pack, and when verdicts are gathered for one. Pure. */
@NullMarked
package dev.tocsin.archive.anew;

import org.jspecify.annotations.NullMarked;

/** Texts met with packs that are not in force: what a draft would find. Pure. */
@NullMarked
package dev.tocsin.classify.lab;

import org.jspecify.annotations.NullMarked;

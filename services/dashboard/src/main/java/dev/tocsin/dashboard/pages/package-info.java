/** What the pages show, made from messages: plain values that a template only has to place. */
@NullMarked
package dev.tocsin.dashboard.pages;

import org.jspecify.annotations.NullMarked;

/** The forms in which receivers are told. What comes from feeds is hostile: each form escapes it in its own way. */
@NullMarked
package dev.tocsin.notify.message;

import org.jspecify.annotations.NullMarked;

/**
 * What a client of the live stream is sent, and from where it resumes: a bounded ring of recent messages and a cursor
 * that is a vector of offsets. Knows no broker and no HTTP.
 */
@NullMarked
package dev.tocsin.dashboard.live;

import org.jspecify.annotations.NullMarked;

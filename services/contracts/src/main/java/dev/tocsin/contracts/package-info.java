/**
 * What travels between the services of Tocsin and to other systems: the messages, the channels they travel on, and the
 * one way they are written as JSON. Depends on Jackson alone.
 */
@NullMarked
package dev.tocsin.contracts;

import org.jspecify.annotations.NullMarked;

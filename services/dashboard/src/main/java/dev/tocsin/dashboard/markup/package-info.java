/** What XML lets stand in a document. */
@NullMarked
package dev.tocsin.dashboard.markup;

import org.jspecify.annotations.NullMarked;

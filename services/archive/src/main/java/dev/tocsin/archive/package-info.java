/** The archive: keeps what travels on the channels in MongoDB and answers questions about it. A thin shell. */
@NullMarked
package dev.tocsin.archive;

import org.jspecify.annotations.NullMarked;

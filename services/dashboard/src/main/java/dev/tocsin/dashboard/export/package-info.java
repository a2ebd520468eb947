/** Lists as files. */
@NullMarked
package dev.tocsin.dashboard.export;

import org.jspecify.annotations.NullMarked;

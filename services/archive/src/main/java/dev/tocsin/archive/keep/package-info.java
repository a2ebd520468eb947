/** What is kept and for how long, what must be, and what must not: rules of retention, holds, erasures, leases. Pure. */
@NullMarked
package dev.tocsin.archive.keep;

import org.jspecify.annotations.NullMarked;

/** What two texts share whatever their wording or their language: fingerprint, notions of the news, signature. Pure. */
@NullMarked
package dev.tocsin.classify.sameness;

import org.jspecify.annotations.NullMarked;

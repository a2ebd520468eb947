/** What is decided about sign-ins at a provider of OpenID Connect. */
@NullMarked
package dev.tocsin.dashboard.oidc;

import org.jspecify.annotations.NullMarked;

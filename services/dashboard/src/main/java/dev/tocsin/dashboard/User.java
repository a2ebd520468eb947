package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id the name they sign in with, in small letters; of a provider's user {@code oidc-} and a hash
 * @param name as others read it
 * @param password as it is kept; null while there is none
 * @param provider who vouches for them, of OIDC; null for a local user
 * @param disabled whether they are shut out
 * @param devices hashes of the tokens of browsers that they signed in with
 */
record User(
        String id,
        String name,
        Role role,
        @Nullable String password,
        @Nullable String provider,
        boolean disabled,
        Instant createdAt,
        @Nullable Instant signedInAt,
        List<String> devices) {}

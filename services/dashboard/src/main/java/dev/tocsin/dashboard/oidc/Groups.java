package dev.tocsin.dashboard.oidc;

import dev.tocsin.dashboard.guard.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which of a provider's groups stand for which role. */
public record Groups(List<String> admins, List<String> analysts, List<String> viewers) {
    /** The highest role of any of the groups; empty where none stands for one. */
    public Optional<Role> role(Collection<String> of) {
        return !Collections.disjoint(admins, of)
                ? Optional.of(Role.ADMIN)
                : !Collections.disjoint(analysts, of)
                        ? Optional.of(Role.ANALYST)
                        : !Collections.disjoint(viewers, of) ? Optional.of(Role.VIEWER) : Optional.empty();
    }
}

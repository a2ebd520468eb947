package dev.tocsin.archive.lab;

import dev.tocsin.contracts.Evidence;
import java.util.List;

/** How an article meets a pack, as classify says. */
public record Hit(double score, boolean belongs, List<Evidence> evidence) {
    public Hit {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}

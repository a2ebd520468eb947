package dev.tocsin.classify.lab;

import dev.tocsin.contracts.Evidence;
import java.util.List;

/**
 * How a text meets packs.
 *
 * @param hits one for each pack, in the order of the request
 * @param signature its keys, where they were asked for and it belongs; else empty
 */
public record Met(String id, List<Hit> hits, List<String> signature) {
    /**
     * How it meets one.
     *
     * @param score 0 to 1
     * @param evidence empty where it does not belong
     */
    public record Hit(double score, boolean belongs, List<Evidence> evidence) {}
}

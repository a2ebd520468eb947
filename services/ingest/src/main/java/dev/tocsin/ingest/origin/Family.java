package dev.tocsin.ingest.origin;

import java.util.List;

/**
 * Publishers under one roof, who share texts and a line.
 *
 * @param id what goes out as {@code origin.family}
 * @param domains theirs, each with the hosts below it
 * @param agencies ids of agencies that belong to it
 */
record Family(String id, List<String> domains, List<String> agencies) {
    Family {
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "a family has the 'id' '" + id + "', expected lower-case words with hyphens");
        }
        domains = Agency.copy(domains);
        agencies = Agency.copy(agencies);
        if (domains.isEmpty() && agencies.isEmpty()) {
            throw new IllegalArgumentException("family '" + id + "' has no 'domains' and no 'agencies'");
        }
    }
}

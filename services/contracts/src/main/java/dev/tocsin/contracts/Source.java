package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who publishes articles.
 *
 * @param id stable and lower case, the publisher's host name unless the feed says otherwise
 * @param name as people know it
 * @param country ISO 3166-1 alpha-2
 * @param reliability NATO/Admiralty grade A (reliable) to F (cannot be judged), as the desk judges it
 */
public record Source(String id, String name, @Nullable String country, @Nullable String reliability) {
    public Source {
        Checks.required(id, "source.id");
        Checks.required(name, "source.name");
        if (reliability != null && !reliability.matches("[A-F]")) {
            throw new IllegalArgumentException("'source.reliability' is " + reliability + ", expected A to F");
        }
    }
}

package dev.tocsin.archive.keep;

import java.time.Instant;
import java.util.List;

/**
 * That a story is kept, whatever retention says, and its articles are not erased, until somebody lifts it.
 *
 * @param by who holds it
 * @param why for those who ask later
 * @param articles ids of those it had when it was held; later ones count too
 */
public record Hold(String story, String by, String why, Instant at, List<String> articles) {
    public Hold {
        articles = List.copyOf(articles);
    }
}

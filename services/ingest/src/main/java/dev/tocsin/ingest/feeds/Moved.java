package dev.tocsin.ingest.feeds;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where permanent redirects lead (RFC 9110: 301 and 308). A server that is misconfigured for an hour redirects
 * permanently too, so the new address is believed only when several whole polls in a row found the feed there.
 *
 * @param to null where it did not move
 * @param seen polls in a row that were led there and read a feed
 */
public record Moved(@Nullable URI to, int seen) {
    public static final Moved NOWHERE = new Moved(null, 0);

    private static final int CONVINCING = 3;

    /** Where to ask for the feed that is at {@code own}. */
    public URI asked(URI own) {
        return isBelieved() && to != null ? to : own;
    }

    public boolean isBelieved() {
        return to != null && seen >= CONVINCING;
    }

    /**
     * A feed was read.
     *
     * @param target where permanent redirects led from the address that was asked; null where there were none
     */
    public Moved read(@Nullable URI target) {
        if (target == null) {
            return isBelieved() ? this : NOWHERE;
        }
        return target.equals(to) ? new Moved(to, Math.min(seen + 1, CONVINCING)) : new Moved(target, 1);
    }

    /** The address that was asked gave no feed: if it was a new one, the old one is asked again. */
    public Moved failed() {
        return NOWHERE;
    }
}

package dev.tocsin.dashboard;

import dev.tocsin.dashboard.charts.Outlines;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The outlines of the countries, read when the first map is drawn. */
@Singleton
final class WorldMap {
    private static final Logger LOG = Logger.getLogger(WorldMap.class);

    private @Nullable Outlines outlines;

    /** Them, or none where they cannot be read: a map without outlines still has its places. */
    synchronized Outlines outlines() {
        if (outlines == null) {
            try {
                outlines = Outlines.ofTheWorld();
            } catch (IOException e) {
                LOG.warnf("maps have no outlines error=%s", e.getMessage());
                outlines = Outlines.none();
            }
        }
        return outlines;
    }
}

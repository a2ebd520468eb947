package dev.tocsin.dashboard;

import java.util.Locale;

/** The services that the dashboard asks. */
enum Neighbour {
    ARCHIVE,
    INGEST,
    CLASSIFY,
    NOTIFY,
    LANGUAGE,
    ALERTS;

    /** As people read it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

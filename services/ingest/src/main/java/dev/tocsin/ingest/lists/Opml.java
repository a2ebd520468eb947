package dev.tocsin.ingest.lists;

/** The names that reading and writing OPML 2.0 (opml.org/spec2.opml) agree on. */
final class Opml {
    /** Of the attributes that carry what OPML has no word for. */
    static final String NAMESPACE = "urn:tocsin:opml:1";

    static final String INTERVAL = "interval";
    static final String COUNTRY = "country";
    static final String RELIABILITY = "reliability";
    static final String SOURCE = "source";
    static final String SOURCE_NAME = "sourceName";
    static final String FULL_TEXT = "fullText";
    static final String PAUSED = "paused";

    private Opml() {}
}

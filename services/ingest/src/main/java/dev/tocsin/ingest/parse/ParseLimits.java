package dev.tocsin.ingest.parse;

/** How much of a feed is taken on; nesting and lengths are the business of the XML reader. */
final class ParseLimits {
    /** Items: a news sitemap may have 1,000 and the longest feeds some thousands; empty items cost seven bytes each. */
    static final int ITEMS = 10_000;

    /** Enclosures and pictures of one item, of which an article keeps fewer. */
    static final int MEDIA = 50;

    /** Hubs of one feed. */
    static final int HUBS = 10;

    /** Names of authors of one item. */
    static final int AUTHORS = 20;

    private ParseLimits() {}
}

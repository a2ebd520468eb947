package dev.tocsin.ingest.page;

/**
 * The atom of extraction: a run of text without a block boundary in it, with the shallow features that tell prose from
 * page furniture (Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features, WSDM 2010).
 *
 * @param letters letters and digits, an ideograph or a Hangul syllable counting as two: what it says, whatever the script
 * @param linked those of the letters that stand in links
 * @param sentences how often a sentence ends in it
 * @param region the innermost region it stands in
 */
record Block(int index, String text, Kind kind, int letters, int linked, int sentences, boolean ends, Region region) {
    private static final double MOSTLY = 0.5;
    private static final int LONG = 80;
    private static final int FRAGMENT = 25;

    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        CELL,
        QUOTE,
        PREFORMATTED,
        LOOSE
    }

    double linkDensity() {
        return letters == 0 ? 0 : (double) linked / letters;
    }

    boolean isHeading() {
        return kind == Kind.HEADING;
    }

    /** Reads like writing: long enough or a whole sentence, and not a link. */
    boolean isProse() {
        return !isHeading()
                && linkDensity() < MOSTLY
                && (letters >= LONG && (sentences > 0 || kind != Kind.LOOSE) || (letters >= FRAGMENT && ends));
    }

    /** Nothing but a link: a teaser, a tag, a button. */
    boolean isLink() {
        return letters > 0 && linkDensity() > 0.8;
    }
}

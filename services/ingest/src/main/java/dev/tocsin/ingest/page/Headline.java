package dev.tocsin.ingest.page;

/** Finds the block that is the headline: behind it the article begins. */
final class Headline {
    private static final int SHORTEST = 4;

    private Headline() {}

    /** The index of the block, -1 where no block is like the title. */
    static int in(Segments page, Titles titles) {
        int headline = -1;
        int top = 0;
        for (var b : page.blocks()) {
            if (b.letters() >= SHORTEST && rank(b) > top && titles.match(b.text())) {
                top = rank(b);
                headline = b.index();
            }
        }
        return headline;
    }

    private static int rank(Block b) {
        var region = b.region();
        if (region.tag().equals("h1")
                || (region.parent() != null && region.parent().tag().equals("h1"))) {
            return 3;
        }
        return b.isLink() ? 0 : b.isHeading() ? 2 : 1;
    }
}

package dev.tocsin.ingest.page;

import java.util.BitSet;

/** How much of a page is thrown away on its own word, before anything is weighed. */
enum Pruning {
    /** All that names or declares itself furniture. */
    STRICT,
    /** Only what declares itself furniture. */
    LENIENT,
    /** Nothing. */
    NONE;

    /** A region with a larger share of the page's prose may be the whole page in a badly named box. */
    private static final double MUCH = 0.3;

    private static final double MOST = 0.8;

    BitSet dropped(Segments page, int headline) {
        var dropped = new BitSet(page.size());
        var prose = page.sums(b -> b.isProse() ? b.letters() : 0);
        for (var r : page.regions()) {
            if (distrusts(r.suspicion())) {
                double share = r.sum(prose) / Math.max(1, prose[page.size()]);
                if (share < MUCH || (share < MOST && !r.holds(headline))) {
                    dropped.set(r.first(), r.end());
                }
            }
        }
        return dropped;
    }

    private boolean distrusts(Suspicion suspicion) {
        return switch (this) {
            case STRICT -> suspicion != Suspicion.NONE;
            case LENIENT -> suspicion == Suspicion.DECLARED;
            case NONE -> false;
        };
    }
}

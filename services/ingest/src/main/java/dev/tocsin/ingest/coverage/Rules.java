package dev.tocsin.ingest.coverage;

/**
 * What coverage decides by.
 *
 * @param surprise a span rings when what came in it had no greater probability than this, 0 to 1
 * @param normal an episode ends when what came lately has at least this probability, 0 to 1
 * @param share of the usual, 0 to 1: what is more than that is no silence, however surprising
 * @param leastDays whole days to learn from before anything can ring
 */
public record Rules(double surprise, double normal, double share, int leastDays) {
    public Rules {
        if (!(surprise > 0 && surprise < normal && normal < 1)) {
            throw new IllegalArgumentException("tocsin.ingest.coverage: 'surprise' is " + surprise + " and 'normal' is "
                    + normal + ", expected 0 < surprise < normal < 1");
        }
        if (!(share > 0 && share < 1) || leastDays < 1) {
            throw new IllegalArgumentException("tocsin.ingest.coverage: 'share' is " + share
                    + ", expected a number between 0 and 1; 'least-days' is " + leastDays + ", the least is 1");
        }
    }

    /** Far less than usual. */
    boolean isFarLess(double observed, double expected) {
        return observed <= share * expected;
    }

    /** Nearer to the usual than to what is far less: well, although a statistician might still be surprised. */
    boolean isNearlyUsual(double observed, double expected) {
        return observed >= (1 + share) / 2 * expected;
    }
}

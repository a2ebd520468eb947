package dev.tocsin.language.detect;

/**
 * The likeliest of several languages.
 *
 * @param language index of the language; -1 if there is none to choose
 * @param confidence its share of the likelihoods, 0 to 1
 */
record Choice(int language, double confidence) {
    static final Choice NONE = new Choice(-1, 0);

    /** @param scores in nats, of these languages */
    static Choice of(int[] languages, double[] scores) {
        if (languages.length == 0) {
            return NONE;
        }
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        double all = 0;
        for (double score : scores) {
            all += Math.exp(score - scores[best]);
        }
        return new Choice(languages[best], 1 / all);
    }
}

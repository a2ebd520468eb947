package dev.tocsin.classify.learn;

/** What becomes of verdicts on a topic. */
public sealed interface Refit permits Proposal, Refit.TooFew {
    /** Stories of each kind that must have been judged: with fewer, what a fit finds is chance. */
    int LEAST = 10;

    /** There are too few of them to learn from. */
    record TooFew(int relevant, int irrelevant) implements Refit {
        /** What is missing, in words for people. */
        public String words() {
            return "Of each kind " + LEAST + " stories must have been judged. " + stories(relevant) + " relevant and "
                    + irrelevant + " irrelevant so far: " + missing();
        }

        private String missing() {
            int more = Math.max(0, LEAST - relevant);
            int fewer = Math.max(0, LEAST - irrelevant);
            if (more == 0) {
                return fewer + " more irrelevant are missing.";
            }
            return fewer == 0
                    ? more + " more relevant are missing."
                    : more + " more relevant and " + fewer + " more irrelevant are missing.";
        }

        private static String stories(int count) {
            return count + (count == 1 ? " story is" : " stories are") + " judged";
        }
    }
}

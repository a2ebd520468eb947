package dev.tocsin.classify.learn;

import java.util.BitSet;

/**
 * A text as the fit sees it: which signals fired in it, by their place in the pack.
 *
 * @param story the unit that is held out together
 * @param weight what it counts; the texts of one story count one together
 * @param inTitle the signals that fired in the title, where the pack's boost counts
 * @param inText the signals that fired in the text alone
 * @param behind those of them that fired only behind its beginning, where they count less
 * @param complete whether of each required group one signal fired; without that no weight makes it belong
 */
record Sample(
        String story, boolean relevant, double weight, BitSet inTitle, BitSet inText, BitSet behind, boolean complete) {
    boolean fired(int signal) {
        return inTitle.get(signal) || inText.get(signal);
    }
}

package dev.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article's blocks in a page: the region whose blocks, prose counted for it and furniture against it, sum up
 * highest (Pasternack, Roth: Extracting Article Text from the Web with Maximum Subsequence Segmentation, WWW 2009;
 * here the subsequences are subtrees), then cleared of what does not belong.
 */
final class MainText {
    /** So much prose behind a headline makes an article; what stands before the headline is then none of it. */
    private static final int ENOUGH = 250;

    private static final int DECLARED_ENOUGH = 140;
    private static final double NEGLIGIBLE = -20;

    private final Segments page;
    private final List<Block> blocks;
    private final BitSet dropped;
    private final int headline;

    private MainText(Segments page, int headline, Pruning pruning) {
        this.page = page;
        this.blocks = page.blocks();
        this.headline = headline;
        this.dropped = pruning.dropped(page, headline);
    }

    /** The blocks of the article in their order; empty where there is no text. */
    static List<Block> of(Segments page, int headline, Pruning pruning) {
        return page.size() == 0 ? List.of() : new MainText(page, headline, pruning).find();
    }

    private List<Block> find() {
        dropWhatStandsBeforeTheHeadline();
        dropFurniture();
        var sums = page.sums(b -> dropped.get(b.index()) ? 0 : score(b));
        var best = best(sums);
        for (var r : page.regions()) {
            if (r != best && r.size() > 1 && r.within(best) && r.sum(sums) < NEGLIGIBLE) {
                dropped.set(r.first(), r.end());
            }
        }
        return trimmed(best);
    }

    private void dropWhatStandsBeforeTheHeadline() {
        var prose = page.sums(b -> dropped.get(b.index()) || !b.isProse() ? 0 : b.letters());
        double all = prose[blocks.size()];
        if (headline >= 0 && all - prose[headline] >= Math.min(ENOUGH, all / 2)) {
            dropped.set(0, headline + 1);
        }
    }

    private void dropFurniture() {
        var prose = page.sums(b -> b.isProse() ? b.letters() : 0);
        for (var b : blocks) {
            var box = b.region().parent();
            boolean among = b.kind() != Block.Kind.LOOSE && box != null && box.sum(prose) - b.letters() > ENOUGH;
            if (Furniture.is(b) || (!among && Furniture.isNotice(b))) {
                dropped.set(b.index());
            }
        }
    }

    private Region best(double[] sums) {
        Region best = page.regions().getFirst();
        Region declared = null;
        int declarations = 0;
        for (var r : page.regions()) {
            double sum = r.sum(sums);
            if (sum >= best.sum(sums)) {
                best = r;
            }
            if (sum > DECLARED_ENOUGH && Boilerplate.isDeclaredBody(r.element())) {
                declared = r;
                declarations++;
            }
        }
        return declared != null && declarations == 1 ? declared : best;
    }

    private static double score(Block b) {
        if (b.isHeading()) {
            return b.isLink() ? -10 : 0;
        }
        if (b.isProse()) {
            return b.letters() - 2.0 * b.linked();
        }
        boolean part = b.kind() == Block.Kind.ITEM || b.kind() == Block.Kind.CELL;
        return part ? -b.linked() : -b.linked() - 10;
    }

    private List<Block> trimmed(Region best) {
        var kept = new ArrayList<Block>();
        @Nullable Block next = null;
        for (int i = best.end() - 1; i >= best.first(); i--) {
            var b = blocks.get(i);
            if (!dropped.get(i) && !endsThePage(b, kept.size()) && says(b, next)) {
                kept.add(b);
                next = b;
            }
        }
        while (!kept.isEmpty() && isLabel(kept.getLast())) {
            kept.removeLast();
        }
        return kept.reversed();
    }

    private static boolean endsThePage(Block b, int following) {
        return following == 0 && (isLabel(b) || b.isHeading()) || following < 3 && Furniture.isLastWord(b);
    }

    private static boolean isLabel(Block b) {
        return !b.isProse() && (b.kind() == Block.Kind.LOOSE || b.isLink());
    }

    /** A line that is but a link says nothing, unless it heads what follows. */
    private static boolean says(Block b, @Nullable Block next) {
        return !b.isLink()
                || b.kind() == Block.Kind.CELL
                || (b.isHeading() && next != null && !next.isHeading() && !next.isLink());
    }
}

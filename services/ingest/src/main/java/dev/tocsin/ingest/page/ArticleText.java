package dev.tocsin.ingest.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article by the reading of its page that the evidence favours: strict first, lenient where too little is
 * left, and what the page states in JSON-LD where the markup does not show it.
 */
final class ArticleText {
    /** Fewer letters than this make one look for more. */
    private static final int LITTLE = 200;

    private static final double CLEARLY_MORE = 2;
    private static final double COVERED = 0.5;

    private final Segments page;
    private final int headline;
    private final String summary;
    private final String stated;

    private ArticleText(Segments page, Titles titles, Optional<String> summary, Optional<String> stated) {
        this.page = page;
        this.headline = Headline.in(page, titles);
        this.summary = summary.orElse("");
        this.stated = stated.filter(s -> letters(s) >= LITTLE).orElse("");
    }

    /**
     * @param summary what the page's metadata say the article is about
     * @param stated the {@code articleBody} of its JSON-LD
     */
    static String of(Segments page, Titles titles, Optional<String> summary, Optional<String> stated) {
        return new ArticleText(page, titles, summary, stated).choose();
    }

    private String choose() {
        var strict = read(Pruning.STRICT);
        var best = strict;
        if (isDoubtful(strict)) {
            best = Stream.of(Pruning.LENIENT, Pruning.NONE)
                    .map(this::read)
                    .reduce(
                            strict,
                            (a, b) -> stated.isEmpty()
                                    ? b.length() > CLEARLY_MORE * a.length() ? b : a
                                    : covered(b) > covered(a) ? b : a);
        }
        return stated.length() > best.length() && covered(best) < COVERED ? stated : best;
    }

    private boolean isDoubtful(String text) {
        return stated.isEmpty() ? text.length() < LITTLE : covered(text) < COVERED;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private double covered(String text) {
        return Shingles.of(stated).within(Shingles.of(text));
    }

    private String read(Pruning pruning) {
        var blocks = MainText.of(page, headline, pruning);
        int from = blocks.size() > 2 && isStandfirst(blocks.get(0), blocks.get(1)) ? 1 : 0;
        return lines(blocks.subList(from, blocks.size()));
    }

    /** The summary set above the text, which a reader of both would read twice. */
    private boolean isStandfirst(Block first, Block second) {
        return first.region().parent() != second.region().parent()
                && !summary.isEmpty()
                && Shingles.of(first.text()).within(Shingles.of(summary)) > 0.8;
    }

    /** A line a block; the cells of a row stand on one. */
    private static String lines(List<Block> blocks) {
        var text = new StringBuilder();
        @Nullable Block before = null;
        for (var b : blocks) {
            if (before != null) {
                text.append(sameRow(before, b) ? ' ' : '\n');
            }
            text.append(b.text());
            before = b;
        }
        return text.toString();
    }

    private static boolean sameRow(Block a, Block b) {
        return a.kind() == Block.Kind.CELL
                && b.kind() == Block.Kind.CELL
                && a.region() != b.region()
                && a.region().parent() == b.region().parent();
    }
}

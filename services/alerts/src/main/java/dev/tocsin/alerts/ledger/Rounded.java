package dev.tocsin.alerts.ledger;

import java.util.List;

/** Leaves out what an article tells roughly, mostly in its title, when it also tells the figure itself and who says it. */
final class Rounded {
    private Rounded() {}

    static List<Figure> without(List<Figure> figures) {
        return figures.stream()
                .filter(f -> figures.stream().noneMatch(exact -> isRoughly(f, exact)))
                .toList();
    }

    private static boolean isRoughly(Figure figure, Figure exact) {
        return figure.speaker() == null
                && exact.speaker() != null
                && !figure.certainty().equals(Figure.DENIED)
                && !exact.certainty().equals(Figure.DENIED)
                && figure.kind().equals(exact.kind())
                && figure.scope().equals(exact.scope())
                && !figure.part()
                && !exact.part()
                && figure.amount().isRoughly(exact.amount());
    }
}

package dev.tocsin.dashboard.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds room for short texts in a drawing, so that none lies over another. */
final class Labels {
    /** Mean width of a character at the size that drawings use: digits and Latin letters, other letters, signs of East Asia. */
    private static final double LATIN = 6.6;

    private static final double OTHER = 7.4;
    private static final double SIGN = 12;

    private static final double HEIGHT = 12;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final List<Box> taken = new ArrayList<>();

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Where a text begins, on its base line. */
    record Place(double x, double y) {}

    Labels(double left, double right, double top, double bottom) {
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
    }

    static double width(String text) {
        return text.codePoints()
                .mapToDouble(c -> c < 0x370 ? LATIN : c < 0x2E80 ? OTHER : SIGN)
                .sum();
    }

    /** Keeps room free. */
    void take(double fromX, double fromY, double toX, double toY) {
        taken.add(new Box(fromX, fromY, toX, toY));
    }

    /** Room for a text at a point: above or below it, to the right or to the left; nothing where all is taken. */
    Optional<Place> beside(double x, double y, double gap, String text) {
        double width = width(text);
        double[][] tries = {
            {x + gap, y - gap},
            {x + gap, y + gap + HEIGHT - 3},
            {x - gap - width, y - gap},
            {x - gap - width, y + gap + HEIGHT - 3},
            {x - width / 2, y - gap - HEIGHT},
            {x - width / 2, y + gap + 2 * HEIGHT - 3},
            {x + gap, y - gap - HEIGHT},
            {x + gap, y + gap + 2 * HEIGHT - 3},
            {x + gap, y - gap - 2 * HEIGHT},
            {x + gap, y + gap + 3 * HEIGHT - 3}
        };
        return first(width, tries);
    }

    /** Room for a text in the middle of a point; nothing where that is taken. */
    Optional<Place> over(double x, double y, String text) {
        double width = width(text);
        return first(width, new double[][] {{x - width / 2, y + HEIGHT / 2 - 2}});
    }

    private Optional<Place> first(double width, double[][] tries) {
        for (var at : tries) {
            var box = new Box(at[0], at[1] - HEIGHT + 2, at[0] + width, at[1] + 2);
            boolean inside = box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
            if (inside && taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                return Optional.of(new Place(at[0], at[1]));
            }
        }
        return Optional.empty();
    }
}

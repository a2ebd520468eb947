package dev.tocsin.ingest.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element seen as the range of blocks below it, so that a sum over a subtree is a difference of running sums. */
final class Region {
    private final Element element;
    private final @Nullable Region parent;
    private final Suspicion suspicion;
    private final boolean body;
    private final int first;
    private int end;

    Region(Element element, @Nullable Region parent, Suspicion suspicion, boolean body, int first) {
        this.element = element;
        this.parent = parent;
        this.suspicion = suspicion;
        this.body = body;
        this.first = first;
        this.end = first;
    }

    void close(int end) {
        this.end = end;
    }

    Element element() {
        return element;
    }

    @Nullable
    Region parent() {
        return parent;
    }

    String tag() {
        return element.normalName();
    }

    Suspicion suspicion() {
        return suspicion;
    }

    /** Named as the body of an article. */
    boolean isBody() {
        return body;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    int size() {
        return end - first;
    }

    boolean holds(int block) {
        return first <= block && block < end;
    }

    boolean within(Region other) {
        return first >= other.first && end <= other.end;
    }

    double sum(double[] sums) {
        return sums[end] - sums[first];
    }
}

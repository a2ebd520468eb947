package dev.tocsin.ingest.xml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reasons, as short stable codes, for which a document was not quite what its format demands; each counts once. */
public final class Forgiven {
    private final Set<String> codes = new LinkedHashSet<>();

    public void add(String code) {
        codes.add(code);
    }

    /** In the order in which they were met. */
    public List<String> codes() {
        return List.copyOf(codes);
    }
}

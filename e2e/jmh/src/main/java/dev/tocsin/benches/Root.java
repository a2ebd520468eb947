package dev.tocsin.benches;

import java.nio.file.Path;

/** Where the project's files are, those that its services read at their start. */
final class Root {
    private static final Path ROOT = Path.of(System.getProperty("tocsin.root", "."));

    private Root() {}

    static Path of(String path) {
        return ROOT.resolve(path);
    }

    /** Real articles without labels, for load and speed; they are no part of the project. */
    static Path corpus() {
        return of("../shared/devset/corpus.jsonl");
    }
}

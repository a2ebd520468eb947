package dev.tocsin.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tocsin eval KIND DIR [--out FILE.jsonl]}: runs one of our readers over files and writes a line for each. */
public final class Eval {
    private Eval() {}

    public static void main(String[] args) throws IOException {
        boolean out = args.length == 4 && args[2].equals("--out");
        if (args.length != 2 && !out) {
            System.err.println("usage: eval KIND DIR [--out FILE.jsonl]");
            System.exit(2);
        }
        var dir = Path.of(args[1]);
        if (!Files.isDirectory(dir)) {
            System.err.println("eval " + args[0] + ": no such folder: " + dir);
            System.exit(2);
        }
        run(args[0], dir, out ? Path.of(args[3]) : null);
    }

    private static void run(String kind, Path dir, @Nullable Path out) throws IOException {
        switch (kind) {
            case "feeds" -> EvalFeeds.run(dir, out);
            default -> {
                System.err.println("eval: unknown kind '" + kind + "', expected one of " + List.of("feeds"));
                System.exit(2);
            }
        }
    }
}

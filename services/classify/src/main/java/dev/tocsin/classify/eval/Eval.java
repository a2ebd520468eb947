package dev.tocsin.classify.eval;

import dev.tocsin.classify.actors.InvalidActorsException;
import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.sameness.InvalidLexiconException;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code tocsin eval KIND FILE.jsonl [--out F]}: what is measured, and against which texts; on one thread. */
public final class Eval {
    private Eval() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2 && !(args.length == 4 && args[2].equals("--out"))) {
            fail(2, "usage: eval KIND FILE.jsonl [--out FILE]");
        }
        var kind = args[0];
        var file = Path.of(args[1]);
        if (!Files.isReadable(file)) {
            fail(2, "eval " + kind + ": no such file: " + file);
        }
        var out = args.length == 4 ? Path.of(args[3]) : null;
        try {
            switch (kind) {
                case "topics" -> TopicEval.run(file, out);
                case "understanding" -> UnderstandEval.run(file, Objects.requireNonNull(out, "--out"));
                case "reactions" -> ReactionEval.run(file, out);
                case "claims" -> ClaimEval.run(file, out);
                default -> fail(2, "eval: unknown kind '" + kind + "'");
            }
        } catch (InvalidPackException | BadTermException | InvalidActorsException | InvalidLexiconException e) {
            fail(1, "eval " + kind + ": " + e.getMessage());
        }
    }

    /** Prints the table, keeps the report as {@code target/eval-KIND.json}, and writes one prediction a line of {@code out}. */
    static void report(String kind, String table, Object report, @Nullable Path out, List<String> predictions)
            throws IOException {
        if (out != null) {
            Files.write(out, predictions);
        }
        System.out.print(table);
        var kept = Path.of("target", "eval-" + kind + ".json");
        Files.createDirectories(kept.getParent());
        Files.write(kept, Json.write(report));
    }

    private static void fail(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}

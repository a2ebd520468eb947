package dev.tocsin.benches;

import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The texts that are read, one after the other, again and again. */
@State(Scope.Benchmark)
public class Texts {
    static final String INVENTED = "invented";
    static final String REAL = "real";

    /** Every so many real articles one: as many languages and lengths, sooner round. */
    private static final int STRIDE = 7;

    /** {@code invented}, or {@code real} where there are such. */
    @Param(INVENTED)
    public String texts = INVENTED;

    private List<Text> all = List.of();
    private int next;

    @Setup
    public void read() throws IOException {
        all = texts.equals(REAL) ? real() : InventedTexts.all();
    }

    Text next() {
        next = next + 1 < all.size() ? next + 1 : 0;
        return all.get(next);
    }

    List<Text> all() {
        return all;
    }

    private static List<Text> real() throws IOException {
        var texts = new ArrayList<Text>();
        var lines = Files.readAllLines(Root.corpus());
        for (int i = 0; i < lines.size(); i += STRIDE) {
            var row = Json.mapper().readTree(lines.get(i));
            texts.add(new Text(
                    row.path("lang").asText("und"),
                    row.path("title").textValue(),
                    row.path("text").asText("")));
        }
        return texts;
    }
}

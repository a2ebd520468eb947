package dev.tocsin.e2e;

import dev.tocsin.contracts.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What January 2022, played in step, must tell the desk: a line an alert, approved by a person. */
final class Replayed {
    /** The options of {@code up} that play it. */
    static final List<String> OPTIONS = List.of("--replay", "january-2022", "--speed", "in-step");

    static final String FINISHED = "replay finished";

    private static final Path APPROVED = RunningTocsin.root().resolve("e2e/scenario/january-2022/expected/alerts.txt");
    private static final Path CAME = RunningTocsin.root().resolve("e2e/target/replay/alerts.txt");

    private Replayed() {}

    static List<String> approved() throws IOException {
        return Files.readAllLines(APPROVED);
    }

    /** One line an alert, without what differs from play to play: when it rang. Kept as a file, to be approved. */
    static List<String> lines(List<Alert> alerts) throws IOException {
        var sorted = new ArrayList<>(alerts);
        sorted.sort(
                Comparator.comparing(Alert::topic).thenComparing(Alert::story).thenComparing(Alert::revision));
        var lines = sorted.stream().map(Replayed::line).toList();
        Files.createDirectories(CAME.getParent());
        Files.write(CAME, lines);
        return lines;
    }

    private static String line(Alert alert) {
        return String.join(
                " | ",
                alert.topic(),
                alert.story().substring(0, 8),
                alert.msgType() + " " + alert.revision(),
                alert.severity().toString(),
                alert.articleCount() + " articles, " + alert.independentOrigins() + " origins",
                alert.headline(),
                String.join(
                        "; ", alert.changes().stream().map(Alert.Change::text).toList()));
    }
}

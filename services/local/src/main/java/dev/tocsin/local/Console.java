package dev.tocsin.local;

import java.io.PrintStream;
import java.util.Map;

/** What people see of a run: progress, and the services' logs with coloured prefixes where a terminal shows them. */
final class Console {
    private static final int PREFIX_WIDTH = 9;
    private static final String RESET = "\u001b[0m";
    private static final Map<String, Integer> COLOURS = Map.of(
            "tocsin",
            1,
            "ingest",
            36,
            "language",
            34,
            "classify",
            35,
            "alerts",
            31,
            "archive",
            33,
            "notify",
            32,
            "dashboard",
            96);

    private final PrintStream out;
    private final boolean coloured;

    Console(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** On standard output, coloured on a terminal unless NO_COLOR (no-color.org) is set. */
    static Console standard() {
        var console = System.console();
        return new Console(System.out, console != null && console.isTerminal() && System.getenv("NO_COLOR") == null);
    }

    /** One line of a service's log, or of ours under the name {@code tocsin}. */
    void line(String name, String text) {
        var prefix = (name + " ".repeat(PREFIX_WIDTH)).substring(0, Math.max(PREFIX_WIDTH, name.length())) + " | ";
        var colour = COLOURS.get(name);
        out.println(coloured && colour != null ? "\u001b[" + colour + "m" + prefix + RESET + text : prefix + text);
    }

    void say(String text) {
        line("tocsin", text);
    }
}

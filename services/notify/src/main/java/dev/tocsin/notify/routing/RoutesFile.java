package dev.tocsin.notify.routing;

import dev.tocsin.notify.delivery.Receiver;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code routes.yaml}: receivers, routes and silences. The first mistake is told with its line and key. */
public final class RoutesFile {
    private static final long MOST_BYTES = 1 << 20;

    private RoutesFile() {}

    /**
     * Reads a file.
     *
     * @param environment gives the secrets that the file names
     * @throws InvalidRoutesException with file, line, key, reason and how to mend it
     */
    public static Routes read(Path file, Function<String, @Nullable String> environment) throws InvalidRoutesException {
        String text;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidRoutesException(file + ": is larger than " + MOST_BYTES + " bytes: split it");
            }
            text = Files.readString(file);
        } catch (IOException e) {
            throw new InvalidRoutesException(file + ": cannot be read: " + e
                    + " (tocsin.notify.routes names it; leave that out when there are no routes)");
        }
        return parse(file.toString(), text, environment);
    }

    static Routes parse(String file, String text, Function<String, @Nullable String> environment)
            throws InvalidRoutesException {
        @Nullable Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidRoutesException(
                    file + " line " + line + ": is not YAML: " + e.getProblem() + " (check indentation and quotes)");
        } catch (YAMLException e) {
            throw new InvalidRoutesException(file + ": is not YAML: " + oneLine(e));
        }
        if (root == null) {
            return new Routes(Map.of(), List.of(), List.of());
        }
        var top = new YamlPart(file, "", root);
        var keys = top.keys("receivers", "routes", "silences");
        var receivers = new LinkedHashMap<String, Receiver>();
        if (keys.containsKey("receivers")) {
            for (var entry : keys.get("receivers").named().entrySet()) {
                receivers.put(entry.getKey(), ReceiverPart.read(entry.getKey(), entry.getValue(), environment));
            }
        }
        var routes = new ArrayList<Route>();
        if (keys.containsKey("routes")) {
            for (var part : keys.get("routes").items()) {
                routes.add(RoutePart.read(part, receivers));
            }
        }
        var silences = new ArrayList<Silence>();
        if (keys.containsKey("silences")) {
            for (var part : keys.get("silences").items()) {
                silences.add(silence(part, silences.size()));
            }
        }
        try {
            return new Routes(receivers, routes, silences);
        } catch (IllegalArgumentException e) {
            throw keys.get("routes").mistake(": " + e.getMessage());
        }
    }

    private static Silence silence(YamlPart part, int index) throws InvalidRoutesException {
        var keys = part.keys("match", "start", "end", "by", "comment");
        var by = YamlPart.needed(part, keys, "by").text();
        var start = MatchPart.instant(YamlPart.needed(part, keys, "start"));
        var end = MatchPart.instant(YamlPart.needed(part, keys, "end"));
        var comment = YamlPart.needed(part, keys, "comment").text();
        var match = MatchPart.read(YamlPart.needed(part, keys, "match"), MatchPart.ANY_STATUS);
        try {
            return new Silence("file-" + HexFormat.of().toHexDigits((short) index), match, start, end, by, comment);
        } catch (IllegalArgumentException e) {
            throw part.mistake(": " + e.getMessage());
        }
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}

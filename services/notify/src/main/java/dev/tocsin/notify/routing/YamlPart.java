package dev.tocsin.notify.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a YAML file with the way to it, read strictly: what is not understood is a mistake, and each mistake names
 * file, line and key.
 *
 * @param path of keys from the file's top
 */
record YamlPart(String file, String path, Node node) {
    /** Keys and items of one part; routes are read by people, and files of people are short. */
    private static final int MOST = 1000;

    private static final int LONGEST = 2000;

    InvalidRoutesException mistake(String reason) {
        int line = node.getStartMark().getLine() + 1;
        return new InvalidRoutesException(
                file + " line " + line + ": " + (path.isEmpty() ? "the file" : "'" + path + "'") + " " + reason);
    }

    /** The values of a mapping by key, which must be among those named. */
    Map<String, YamlPart> keys(String... known) throws InvalidRoutesException {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake("holds no keys, expected " + String.join(", ", known));
        }
        var allowed = Set.of(known);
        var parts = entries(mapping);
        for (var entry : parts.entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw entry.getValue().mistake("is no key here: use one of " + String.join(", ", known));
            }
        }
        return parts;
    }

    /** The values of a mapping whose keys are names. */
    Map<String, YamlPart> named() throws InvalidRoutesException {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake("holds no names with their settings");
        }
        return entries(mapping);
    }

    private Map<String, YamlPart> entries(MappingNode mapping) throws InvalidRoutesException {
        if (mapping.getValue().size() > MOST) {
            throw mistake("has more than " + MOST + " keys");
        }
        var parts = new LinkedHashMap<String, YamlPart>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw mistake("has a key that is no word");
            }
            var way = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            var part = new YamlPart(file, way, tuple.getValueNode());
            if (parts.put(key.getValue(), part) != null) {
                throw part.mistake("stands twice: keep one");
            }
        }
        return parts;
    }

    List<YamlPart> items() throws InvalidRoutesException {
        if (!(node instanceof SequenceNode sequence)) {
            throw mistake("is no list: begin each item with '- ', or write [a, b]");
        }
        if (sequence.getValue().size() > MOST) {
            throw mistake("has more than " + MOST + " items");
        }
        var items = new ArrayList<YamlPart>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            items.add(
                    new YamlPart(file, path + "[" + i + "]", sequence.getValue().get(i)));
        }
        return items;
    }

    String text() throws InvalidRoutesException {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw mistake("is no text");
        }
        if (scalar.getValue().length() > LONGEST) {
            throw mistake("is longer than " + LONGEST + " characters");
        }
        return scalar.getValue().strip();
    }

    List<String> texts() throws InvalidRoutesException {
        var texts = new ArrayList<String>();
        for (var item : items()) {
            texts.add(item.text());
        }
        return texts;
    }

    int number(int least, int most) throws InvalidRoutesException {
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw mistake("is '" + text() + "', expected a number from " + least + " to " + most);
    }

    boolean yes() throws InvalidRoutesException {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mistake("is '" + text() + "', expected true or false");
        };
    }

    <E extends Enum<E>> E word(Class<E> type) throws InvalidRoutesException {
        var text = text();
        for (var value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        boolean loud = Arrays.stream(type.getEnumConstants())
                .allMatch(v -> v.name().equals(v.name().toUpperCase(Locale.ROOT)));
        throw mistake("is '" + text + "', expected one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(v -> loud ? v.name().toLowerCase(Locale.ROOT) : v.name())
                        .collect(Collectors.joining(", ")));
    }

    /** A key that must be there. */
    static YamlPart needed(YamlPart of, Map<String, YamlPart> keys, String key) throws InvalidRoutesException {
        @Nullable YamlPart part = keys.get(key);
        if (part == null) {
            throw of.mistake("has no '" + key + "': add it");
        }
        return part;
    }
}

package dev.tocsin.alerts.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A key of the policy with its value: reads it as what it should be, or says where it stands and what is wrong with it. */
record PolicyKey(String file, String name, String pointer, JsonNode value, PolicyLines lines) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    static PolicyKey root(String file, JsonNode tree, PolicyLines lines) throws InvalidPolicyException {
        var root = new PolicyKey(file, "", "", tree, lines);
        if (!tree.isObject() && !tree.isMissingNode() && !tree.isNull()) {
            throw root.wrong("is no list of keys");
        }
        return root;
    }

    boolean has(String key) {
        return value.has(key);
    }

    PolicyKey at(String key) {
        return new PolicyKey(
                file, key, pointer + "/" + key.replace("~", "~0").replace("/", "~1"), value.path(key), lines);
    }

    /** @throws InvalidPolicyException where it has other keys than these */
    PolicyKey only(Set<String> keys) throws InvalidPolicyException {
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw wrong("must be keys and values");
        }
        for (var field : value.properties()) {
            if (!keys.contains(field.getKey())) {
                throw at(field.getKey()).wrong("is not known here; known are " + String.join(", ", sorted(keys)));
            }
        }
        return this;
    }

    List<PolicyKey> entries(String key) throws InvalidPolicyException {
        var parent = at(key);
        if (!parent.value.isMissingNode() && !parent.value.isObject()) {
            throw parent.wrong("must be keys and values");
        }
        return parent.value.properties().stream()
                .map(e -> parent.at(e.getKey()))
                .toList();
    }

    List<PolicyKey> items() throws InvalidPolicyException {
        if (!value.isArray()) {
            throw wrong("must be a list");
        }
        var items = new ArrayList<PolicyKey>();
        for (int i = 0; i < value.size(); i++) {
            items.add(new PolicyKey(file, name + "[" + i + "]", pointer + "/" + i, value.get(i), lines));
        }
        return items;
    }

    long number(long least, long most) throws InvalidPolicyException {
        if (!value.isIntegralNumber() || value.asLong() < least || value.asLong() > most) {
            throw wrong("is " + shown() + ", expected a whole number from " + least + " to " + most);
        }
        return value.asLong();
    }

    /** Seconds, minutes, hours or days: 90s, 10m, 6h, 2d. */
    Duration duration() throws InvalidPolicyException {
        var match = DURATION.matcher(value.asText());
        if (!value.isValueNode() || !match.matches()) {
            throw wrong("is " + shown() + ", expected a time such as 90s, 10m, 6h or 2d");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    String text() throws InvalidPolicyException {
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > 100) {
            throw wrong("is " + shown() + ", expected up to 100 characters");
        }
        return value.asText();
    }

    <E extends Enum<E>> E word(Class<E> words) throws InvalidPolicyException {
        var written = value.asText().replace('-', '_');
        for (var word : words.getEnumConstants()) {
            if (value.isTextual() && word.name().equalsIgnoreCase(written)) {
                return word;
            }
        }
        var known = new ArrayList<String>();
        for (var word : words.getEnumConstants()) {
            // CAP's words are written as there, our own small
            var name = word.name();
            known.add(
                    name.equals(name.toUpperCase(Locale.ROOT))
                            ? name.toLowerCase(Locale.ROOT).replace('_', '-')
                            : name);
        }
        throw wrong("is " + shown() + ", expected one of " + String.join(", ", known));
    }

    InvalidPolicyException wrong(String reason) {
        var key = pointer.isEmpty() ? "" : "'" + pointer.substring(1).replace('/', '.') + "' ";
        return new InvalidPolicyException(file + " line " + lines.line(pointer) + ": " + key + reason);
    }

    private String shown() {
        var text = value.isMissingNode() ? "missing" : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}

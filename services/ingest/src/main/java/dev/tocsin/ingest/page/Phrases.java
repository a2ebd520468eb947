package dev.tocsin.ingest.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The set phrases of walls and page furniture in the languages we read, found in time linear in the text. */
final class Phrases {
    /** What a phrase gives away. */
    enum Kind {
        PAYWALL,
        CONSENT,
        LOGIN,
        CHALLENGE,
        SCRIPT,
        NOT_FOUND,
        /** Points to another article: "read also". */
        POINTER,
        /** Calls on the reader: "follow us on". */
        CALL
    }

    /** A phrase of a kind, in lower case. */
    record Phrase(Kind kind, String text, boolean atStart) {}

    private static final Phrases KNOWN = load("phrases.tsv");

    private final Map<Integer, List<Phrase>> byStart = new HashMap<>();

    private Phrases() {}

    static Phrases known() {
        return KNOWN;
    }

    /** Every kind of which the text has a phrase, with the first such; a phrase starts where a word does. */
    Map<Kind, Phrase> in(String text) {
        var found = new EnumMap<Kind, Phrase>(Kind.class);
        var lower = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00A0', ' ');
        for (int i = 0; i + 1 < lower.length(); i++) {
            if (i == 0 || !Character.isLetterOrDigit(lower.charAt(i - 1)) || Character.isIdeographic(lower.charAt(i))) {
                for (var phrase : byStart.getOrDefault(key(lower, i), List.of())) {
                    if ((!phrase.atStart || i == 0) && lower.startsWith(phrase.text, i)) {
                        found.putIfAbsent(phrase.kind, phrase);
                    }
                }
            }
        }
        return found;
    }

    private static int key(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }

    private static Phrases load(String resource) {
        var phrases = new Phrases();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    phrases.add(line.split("\t", 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    private void add(String[] row) {
        var kind = Kind.valueOf(row[0]);
        for (var text : row[1].split("\\|")) {
            boolean atStart = text.startsWith("^");
            var phrase = new Phrase(kind, (atStart ? text.substring(1) : text).strip(), atStart);
            byStart.computeIfAbsent(key(phrase.text, 0), k -> new ArrayList<>()).add(phrase);
        }
    }
}

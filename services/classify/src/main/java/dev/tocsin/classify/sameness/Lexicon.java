package dev.tocsin.classify.sameness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the notions from their files, strictly: what is not understood is a mistake, never ignored. */
final class Lexicon {
    private static final long MAX_BYTES = 1 << 20;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, Map<String, Entry>> stems = new HashMap<>();

    Concepts read(Path folder) throws InvalidLexiconException {
        for (var file : files(folder)) {
            for (var notion : tree(file).properties()) {
                add(file, notion.getKey(), notion.getValue());
            }
        }
        if (ids.isEmpty()) {
            throw new InvalidLexiconException(folder.toAbsolutePath() + ": holds no notions (*.yaml)");
        }
        var inflections = Inflections.read();
        var languages = stems.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, language -> {
            var inflection = inflections.getOrDefault(language.getKey(), Inflection.OTHER);
            return new Notions(
                    new StemTable(language.getValue()),
                    inflection,
                    language.getKey().equals("ar"));
        }));
        return new Concepts(ids, languages, new Notions(new StemTable(Map.of()), Inflection.OTHER, false));
    }

    private void add(Path file, String id, JsonNode words) throws InvalidLexiconException {
        if (!ID.matcher(id).matches()) {
            throw mistake(file, id, "is no id: use small letters, digits and hyphens, such as city-hall");
        }
        var other = files.putIfAbsent(id, file);
        if (other != null) {
            throw mistake(file, id, "is in " + other + " too: merge or rename one of them");
        }
        if (!words.isObject() || words.isEmpty()) {
            throw mistake(file, id, "has no words: write a line a language, such as en: flood, flash flood");
        }
        ids.add(id);
        for (var line : words.properties()) {
            if (!LANGUAGES.contains(line.getKey())) {
                throw mistake(file, id, "has '" + line.getKey() + "', which is no language: use a code such as en");
            }
            for (var term : line.getValue().asText().split(",")) {
                add(file, id, line.getKey(), term.strip());
            }
        }
    }

    private void add(Path file, String id, String language, String term) throws InvalidLexiconException {
        var words = new ArrayList<Entry.Stem>();
        for (var part : term.split(" ")) {
            words.addAll(stems(part, language));
        }
        if (words.isEmpty()) {
            throw mistake(file, id, "has an empty word in " + language + ": remove the comma or write the word");
        }
        var first = words.getFirst();
        var entry =
                stems.computeIfAbsent(language, l -> new HashMap<>()).computeIfAbsent(first.form(), f -> new Entry());
        int notion = ids.size() - 1;
        if (words.size() == 1) {
            entry.means(notion, first.reach());
        } else {
            entry.begins(new Entry.Phrase(List.copyOf(words.subList(1, words.size())), notion));
        }
    }

    /** A term is split as texts are: d'état is two words. Short ones in phrases are as they stand. */
    private static List<Entry.Stem> stems(String part, String language) {
        var reach =
                part.endsWith("=") ? Entry.Reach.WHOLE : part.endsWith("*") ? Entry.Reach.ANY : Entry.Reach.INFLECTED;
        return Words.of(part, part.length(), language).stream()
                .map(word -> new Entry.Stem(word.form(), reach))
                .toList();
    }

    private static JsonNode tree(Path file) throws InvalidLexiconException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidLexiconException(file + ": is larger than 1 MB: split it by field");
            }
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new InvalidLexiconException(file + line + ": is not YAML, or has a notion or a language twice: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new InvalidLexiconException(file + ": cannot be read as UTF-8: " + e.getMessage());
        }
    }

    private static List<Path> files(Path folder) throws InvalidLexiconException {
        try (var entries = Files.list(folder)) {
            return entries.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new InvalidLexiconException(folder.toAbsolutePath() + ": no such folder of notions");
        }
    }

    private static InvalidLexiconException mistake(Path file, String id, String reason) {
        return new InvalidLexiconException(file + ": '" + id + "' " + reason);
    }
}

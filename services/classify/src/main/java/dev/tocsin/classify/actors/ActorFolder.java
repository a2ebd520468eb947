package dev.tocsin.classify.actors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of actors: its YAML files list actors and places, those of its folder {@code languages} tell how names change.
 *
 * @param entries in the order of the files; where two share a name, the first has it
 */
record ActorFolder(List<Entry> entries, Map<String, Language> languages) {

    /** A file of actors, of places, or of both, and who put them there. */
    record Entries(String addedBy, @Nullable List<Entry> actors, @Nullable List<Entry> places) {
        Entries {
            if (addedBy == null || addedBy.isBlank()) {
                throw new IllegalArgumentException("has no 'addedBy': say who made this list");
            }
        }
    }

    /** @throws InvalidActorsException for the first mistake, or where there are no actors */
    static ActorFolder read(Path folder) throws InvalidActorsException {
        var entries = new ArrayList<Entry>();
        var seen = new HashMap<String, Path>();
        var states = new HashSet<String>();
        var read = new ArrayList<YamlFile<Entries>>();
        for (var file : files(folder)) {
            var yaml = YamlFile.read(file, Entries.class);
            read.add(yaml);
            add(yaml, "actors", yaml.value().actors(), entries, seen, states);
            add(yaml, "places", yaml.value().places(), entries, seen, states);
        }
        if (entries.isEmpty()) {
            throw new InvalidActorsException(
                    folder.toAbsolutePath() + ": holds no actors (*.yaml): set TOCSIN_CLASSIFY_ACTORS to their folder");
        }
        for (var yaml : read) {
            checkReferences(yaml, seen.keySet(), states);
        }
        return new ActorFolder(List.copyOf(entries), languages(folder.resolve("languages")));
    }

    private static void add(
            YamlFile<Entries> yaml,
            String key,
            @Nullable List<Entry> list,
            List<Entry> entries,
            Map<String, Path> seen,
            Set<String> states)
            throws InvalidActorsException {
        for (int i = 0; list != null && i < list.size(); i++) {
            var entry = list.get(i);
            var pointer = "/" + key + "/" + i;
            var other = seen.put(entry.id(), yaml.file());
            if (other != null) {
                throw yaml.mistake(pointer + "/id", "'" + entry.id() + "' is an id of " + other + " too: change one");
            }
            if (key.equals("actors") == (entry.type() == null)) {
                throw yaml.mistake(pointer + "/type", entry.type() == null ? "is missing" : "is no key of a place");
            }
            if ("state".equals(entry.type()) && entry.country() != null) {
                states.add(entry.country());
            }
            entries.add(entry);
        }
    }

    private static void checkReferences(YamlFile<Entries> yaml, Set<String> ids, Set<String> states)
            throws InvalidActorsException {
        checkReferences(yaml, "/actors/", yaml.value().actors(), ids, states);
        checkReferences(yaml, "/places/", yaml.value().places(), ids, states);
    }

    private static void checkReferences(
            YamlFile<Entries> yaml, String list, @Nullable List<Entry> entries, Set<String> ids, Set<String> states)
            throws InvalidActorsException {
        for (int i = 0; entries != null && i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.state() != null && !states.contains(entry.state())) {
                throw yaml.mistake(list + i + "/state", "'" + entry.state() + "' is the country of no state here");
            }
            if (entry.organisation() != null && !ids.contains(entry.organisation())) {
                throw yaml.mistake(list + i + "/organisation", "'" + entry.organisation() + "' is no id here");
            }
        }
    }

    private static Map<String, Language> languages(Path folder) throws InvalidActorsException {
        var languages = new LinkedHashMap<String, Language>();
        if (Files.isDirectory(folder)) {
            for (var file : files(folder)) {
                var language = YamlFile.read(file, Language.class).value();
                languages.put(language.language(), language);
            }
        }
        return Map.copyOf(languages);
    }

    private static List<Path> files(Path folder) throws InvalidActorsException {
        if (!Files.isDirectory(folder)) {
            throw new InvalidActorsException(folder.toAbsolutePath()
                    + ": no such folder of actors: set TOCSIN_CLASSIFY_ACTORS to the folder that holds them");
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidActorsException(folder.toAbsolutePath() + ": cannot be read: " + e.getMessage());
        }
    }
}

package dev.tocsin.dashboard.words;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All files of words, and all places that use them. */
class WordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\bt:(\\w+)\\('([^']+)'");
    private static final Pattern IN_SCRIPT = Pattern.compile("['`]([a-z]+)\\.([\\w.$\\{}-]+)['`]");
    private static final Pattern IN_JAVA =
            Pattern.compile("(?:speech\\(?\\)?\\.|return )(?:say|name)\\(\\s*\"([^\"]+)\"");
    private static final Pattern IN_A_SHELL = Pattern.compile("speech\\(\"(\\w+)\"\\)\\s*\\.say\\(\\s*\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("'([\\w-]+)'");

    /** The forms that CLDR has for whole numbers. */
    private static final Map<Language, Set<String>> FORMS = Map.of(
            Language.ENGLISH, Set.of("one", "other"),
            Language.ITALIAN, Set.of("one", "many", "other"),
            Language.RUSSIAN, Set.of("one", "few", "many", "other"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveTheSameKeysFormsAndValuesInAllLanguages(Language language) {
        for (var section : sections()) {
            var english = file(section, Language.ENGLISH);
            var other = file(section, language);
            assertThat(keys(other)).as(section).isEqualTo(keys(english));
            for (var key : keys(english)) {
                var name = section + "." + key + " in " + language.tag();
                assertThat(other.path(key).isObject())
                        .as(name)
                        .isEqualTo(english.path(key).isObject());
                assertThat(holes(other.path(key))).as(name).isEqualTo(holes(english.path(key)));
                if (other.path(key).isObject()) {
                    assertThat(keys(other.path(key))).as(name).isEqualTo(new TreeSet<>(FORMS.get(language)));
                }
            }
        }
    }

    @Test
    void haveEachKeyThatATemplateOrAScriptUses() {
        for (var used : used()) {
            assertThat(sections()).as(used.toString()).contains(used.section());
            assertThat(keys(file(used.section(), Language.ENGLISH)))
                    .as(used.toString())
                    .anyMatch(used::matches);
        }
    }

    @Test
    void haveNoKeyThatNothingUses() {
        var used = used();
        var quoted = texts("templates", ".html").stream()
                .flatMap(t -> QUOTED.matcher(t).results().map(r -> r.group(1)))
                .collect(toSet());
        Stream.of(Theme.values()).map(Theme::word).forEach(quoted::add);
        for (var section : sections()) {
            assertThat(keys(file(section, Language.ENGLISH)).stream()
                            .filter(key -> !quoted.contains(key)
                                    && used.stream().noneMatch(u -> u.section().equals(section) && u.matches(key))))
                    .as(section)
                    .isEmpty();
        }
    }

    @Test
    void nameEachPlaceOfTheList() {
        var ids = Pattern.compile("(?m)^ +- \\{id: ([^,]+),")
                .matcher(text(Path.of("../../actors/places.yaml")))
                .results()
                .map(r -> r.group(1))
                .collect(toCollection(TreeSet::new));
        assertThat(keys(file("places", Language.ENGLISH))).isNotEmpty().isEqualTo(ids);
        var catalogue = new Catalogue();
        assertThat(catalogue.speech(Language.ITALIAN, "story").place("Q71", "Geneva"))
                .isEqualTo("Ginevra");
        assertThat(catalogue.speech(Language.RUSSIAN, "story").place("one-of-its-own", "Kazakhstan"))
                .isEqualTo("Казахстан");
    }

    @Test
    void saysAPluralAndWritesNumbersAsTheLanguageDoes() {
        var catalogue = new Catalogue();

        assertThat(catalogue.say(Language.ENGLISH, "board", "articleCount", 1)).isEqualTo("1 article");
        assertThat(catalogue.say(Language.ENGLISH, "board", "articleCount", 1234))
                .isEqualTo("1,234 articles");
        assertThat(Stream.of(1, 2, 5, 11, 21, 104, 112)
                        .map(n -> catalogue.say(Language.RUSSIAN, "board", "articleCount", n)))
                .containsExactly(
                        "1 статья", "2 статьи", "5 статей", "11 статей", "21 статья", "104 статьи", "112 статей");
        assertThat(catalogue.say(Language.ITALIAN, "board", "articleCount", 2)).isEqualTo("2 articoli");
        assertThat(catalogue.json(Language.ENGLISH, List.of("common"))).startsWith("{\"common\":{");
    }

    /** A key as it is written down; a script may leave a part of it open, and one that ends with a dot goes on with a value. */
    private record Use(String section, String key) {
        boolean matches(String candidate) {
            if (key.endsWith(".")) {
                return candidate.startsWith(key);
            }
            var open = key.replaceAll("\\$\\{[^}]*}", "\u0000");
            return Pattern.matches(
                    Stream.of(open.split("\u0000", -1))
                            .map(Pattern::quote)
                            .reduce((a, b) -> a + ".+" + b)
                            .orElseThrow(),
                    candidate);
        }
    }

    private static List<Use> used() {
        var sections = sections();
        var used = new ArrayList<Use>();
        for (var text : texts("templates", ".html")) {
            IN_TEMPLATE.matcher(text).results().forEach(r -> used.add(new Use(r.group(1), r.group(2))));
        }
        for (var text : texts("META-INF/resources/assets", ".js")) {
            IN_SCRIPT
                    .matcher(text)
                    .results()
                    .filter(r -> sections.contains(r.group(1)) && !r.group(2).equals("js"))
                    .forEach(r -> used.add(new Use(r.group(1), r.group(2))));
        }
        var java =
                Stream.of("pages", "words").flatMap(p -> texts("../java/dev/tocsin/dashboard/" + p, ".java").stream());
        for (var text : java.toList()) {
            IN_JAVA.matcher(text).results().forEach(r -> used.add(new Use("story", r.group(1))));
        }
        for (var text : texts("../java/dev/tocsin/dashboard", ".java")) {
            IN_A_SHELL.matcher(text).results().forEach(r -> used.add(new Use(r.group(1), r.group(2))));
        }
        return used;
    }

    private static Set<String> sections() {
        try (var files = Files.list(RESOURCES.resolve("words"))) {
            return files.map(f -> f.getFileName().toString().split("\\.")[0]).collect(toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(String folder, String end) {
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(end))
                    .map(WordsTest::text)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode file(String section, Language language) {
        try {
            return Json.mapper()
                    .readTree(text(RESOURCES.resolve(
                            "words/" + section + "." + language.tag().toLowerCase(Locale.ROOT) + ".json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(toCollection(TreeSet::new));
    }

    private static Set<String> holes(JsonNode text) {
        return HOLE.matcher(text.toString()).results().map(r -> r.group()).collect(toCollection(TreeSet::new));
    }
}

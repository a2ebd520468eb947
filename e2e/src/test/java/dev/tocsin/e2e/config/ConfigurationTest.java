package dev.tocsin.e2e.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of all keys is what the services' sources say; made anew, it lies in {@code e2e/target/configuration.md}. */
class ConfigurationTest {
    private static final Path ROOT =
            Path.of(System.getProperty("tocsin.root", "..")).toAbsolutePath();
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final Path MADE = ROOT.resolve("e2e/target/configuration.md");
    private static final Predicate<String> CONFIGURATION =
            Pattern.compile("import io\\.smallrye\\.config\\.|\\benum ").asPredicate();
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"(tocsin\\.[a-z.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern BOUND = Pattern.compile(
            "at least|at most|above|up to|or more|or less|\\d+ to [\\d,]+|\\b0 (is|for)\\b", Pattern.CASE_INSENSITIVE);

    private static String head;
    private static List<Settings> groups;

    @BeforeAll
    static void read() throws IOException {
        try (var page = ConfigurationTest.class.getResourceAsStream("head.md")) {
            head = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
        groups = new Mappings(new Sources(ROOT.resolve("services"), CONFIGURATION)).read();
    }

    @Test
    void thePageIsWhatTheSourcesSay() throws IOException {
        var made = new ConfigurationPage(head, groups).markdown();
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/configuration.md is out of date: cp e2e/target/configuration.md docs/configuration.md")
                .isEqualTo(made);
    }

    @Test
    void eachKeySaysWhatItMeans() {
        assertThat(keys()).hasSizeGreaterThan(100).allSatisfy(key -> assertThat(key.meaning())
                .as("the Javadoc of %s", key.key())
                .isNotEmpty());
        assertThat(groups)
                .allSatisfy(
                        group -> assertThat(group.meaning()).as(group.prefix()).isNotEmpty());
    }

    @Test
    void eachNumberSaysItsBounds() {
        assertThat(keys())
                .filteredOn(key -> key.form().endsWith("number"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.meaning())
                        .as("the Javadoc of %s", key.key())
                        .containsPattern(BOUND));
    }

    /** What is no key of a mapping is shared by several services, and stands in the head. */
    @Test
    void whatServicesShareIsToldInTheHead() throws IOException {
        var shared = new TreeSet<String>();
        try (var files = Files.walk(ROOT.resolve("services"))) {
            files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                    .forEach(file ->
                            PROPERTY.matcher(Sources.read(file)).results().forEach(key -> shared.add(key.group(1))));
        }
        assertThat(shared).isNotEmpty().allSatisfy(key -> assertThat(head).contains("`" + key + "`"));
    }

    @Test
    void whatComposeTakesFromOutsideIsTold() throws IOException {
        var page = new ConfigurationPage(head, groups).markdown();
        for (var file :
                List.of("docker-compose.yml", "deploy/monitoring/compose.yaml", "deploy/docker/external.yaml")) {
            assertThat(VARIABLE.matcher(Files.readString(ROOT.resolve(file))).results())
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(page).contains("`" + variable.group(1) + "`"));
        }
    }

    private static Stream<Setting> keys() {
        return groups.stream().flatMap(group -> group.keys().stream());
    }
}

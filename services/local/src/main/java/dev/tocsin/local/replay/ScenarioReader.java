package dev.tocsin.local.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads the folder of a scenario: {@code scenario.yaml} and every {@code articles/*.yaml}. */
public final class ScenarioReader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private ScenarioReader() {}

    /**
     * @param folder of the scenario
     * @throws ScenarioException where a file is missing or wrong, with file, place and reason
     */
    public static Scenario read(Path folder) {
        var head = parse(folder.resolve("scenario.yaml"), new TypeReference<ScenarioFile.Head>() {});
        var publishers = new HashMap<String, ScenarioFile.Publisher>();
        for (var publisher : head.sources()) {
            requireInvented(folder, publisher);
            publishers.put(publisher.id(), publisher);
        }
        var steps = new ArrayList<Step>();
        var ids = new HashSet<String>();
        for (var file : articleFiles(folder)) {
            for (var article : parse(file, new TypeReference<List<ScenarioFile.Article>>() {})) {
                if (!ids.add(article.id())) {
                    throw new ScenarioException(file + ": the article '" + article.id() + "' is there twice");
                }
                steps.addAll(steps(file, article, publishers));
            }
        }
        if (steps.isEmpty()) {
            throw new ScenarioException("no article in " + folder.resolve("articles"));
        }
        // ids decide between equal times, so that each play has one order
        steps.sort(Comparator.comparing(Step::at)
                .thenComparing(step -> step.article().id()));
        return new Scenario(head.title(), steps);
    }

    private static List<Step> steps(
            Path file, ScenarioFile.Article article, Map<String, ScenarioFile.Publisher> publishers) {
        var publisher = publishers.get(article.source());
        if (publisher == null) {
            throw new ScenarioException(file + ": the article '" + article.id() + "' has the source '"
                    + article.source() + "', which scenario.yaml does not list");
        }
        try {
            return ArticleSteps.of(article, publisher);
        } catch (IllegalArgumentException e) {
            throw new ScenarioException(file + ": the article '" + article.id() + "': " + e.getMessage());
        }
    }

    /** Nobody real may be made to say what he did not: the domains of RFC 2606 belong to nobody. */
    private static void requireInvented(Path folder, ScenarioFile.Publisher publisher) {
        if (!publisher.host().matches("[a-z0-9.-]{1,80}\\.(example|invalid)")) {
            throw new ScenarioException(folder.resolve("scenario.yaml") + ": the source '" + publisher.id()
                    + "' has the host '" + publisher.host() + "'; sources are invented, so it must end in .example");
        }
    }

    private static List<Path> articleFiles(Path folder) {
        try (var files = Files.list(folder.resolve("articles"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new ScenarioException(folder + " has no readable folder 'articles'");
        }
    }

    private static <T> T parse(Path file, TypeReference<T> type) {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (JsonProcessingException e) {
            var at = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new ScenarioException(file + at + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ScenarioException("no readable file " + file);
        }
    }
}

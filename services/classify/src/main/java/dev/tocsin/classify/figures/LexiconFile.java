package dev.tocsin.classify.figures;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A language's file, {@code figures/LANGUAGE.yaml}, as it is written; the manual stands in {@code figures/README.md}.
 *
 * @param articles words that count one only right before who is counted: <i>un</i> morto
 * @param months twelve lists of names, January first
 * @param weekdays seven lists of names, Monday first
 * @param days names of days by their distance from today
 */
record LexiconFile(
        Writing writing,
        Map<Kind, Map<Sense.Role, List<String>>> events,
        Map<Marks, List<String>> marks,
        Map<Double, List<String>> numerals,
        @Nullable List<String> articles,
        List<ScaleWords> scales,
        List<List<String>> months,
        List<List<String>> weekdays,
        Map<Integer, List<String>> days) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** How the language writes; what is missing is the usual. */
    record Writing(
            boolean groupsBySpace,
            Spelling.@Nullable Apostrophe apostrophe,
            @Nullable Set<String> suffixes,
            Spelling.@Nullable Glue glue,
            boolean unitAfterAnd,
            @Nullable Set<String> abbreviations) {
        Spelling spelling() {
            return new Spelling(
                    groupsBySpace,
                    Objects.requireNonNullElse(apostrophe, Spelling.Apostrophe.ELIDES),
                    Objects.requireNonNullElse(suffixes, Set.of()),
                    Objects.requireNonNullElse(glue, Spelling.Glue.NONE),
                    unitAfterAnd,
                    Objects.requireNonNullElse(abbreviations, Set.of()));
        }
    }

    /**
     * The words of a scale.
     *
     * @param one forms that count the scale once, or after a number
     * @param many forms that say "at least {@code alone}" when no number stands before them
     * @param bounded those of {@code many} that count the scale once after "more than": более тысячи
     */
    record ScaleWords(
            long value,
            @Nullable List<String> one,
            @Nullable List<String> many,
            @Nullable Set<String> bounded,
            @Nullable Long alone) {}

    /**
     * Reads a language's file.
     *
     * @return empty where there is none
     * @throws UncheckedIOException the file is wrong, which is a mistake of the build
     */
    static Optional<Lexicon> read(String language) {
        try (var in = LexiconFile.class.getResourceAsStream("/figures/" + language + ".yaml")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(YAML.readValue(in, LexiconFile.class).lexicon(language));
        } catch (IOException e) {
            throw new UncheckedIOException("figures/" + language + ".yaml: " + e.getMessage(), e);
        }
    }

    private Lexicon lexicon(String language) {
        var phrases = new Phrases();
        var glued = new HashMap<String, Double>();
        events.forEach((kind, roles) ->
                roles.forEach((role, words) -> words.forEach(w -> phrases.add(w, new Sense.Event(kind, role)))));
        marks.forEach((mark, words) -> words.forEach(w -> phrases.add(w, new Sense.Mark(mark))));
        numerals.forEach((value, words) -> words.forEach(w -> {
            phrases.add(w, new Sense.Numeral(value, false));
            glued.put(w, value);
        }));
        Objects.requireNonNullElse(articles, List.<String>of())
                .forEach(w -> phrases.add(w, new Sense.Numeral(1, true)));
        scales.forEach(s -> addScale(s, phrases, glued));
        addStates(Locale.of(language), phrases);
        addDays(months, Sense.Unit.MONTH, phrases);
        addDays(weekdays, Sense.Unit.WEEKDAY, phrases);
        days.forEach((value, words) -> words.forEach(w -> phrases.add(w, new Sense.Day(Sense.Unit.FROM_TODAY, value))));
        return new Lexicon(writing.spelling(), phrases, Map.copyOf(glued));
    }

    /** The names of states as the JDK knows them (CLDR), which a file need not list. */
    private static void addStates(Locale language, Phrases phrases) {
        for (var country : Locale.getISOCountries()) {
            var name = Locale.of("", country).getDisplayCountry(language).toLowerCase(language);
            if (name.chars().allMatch(c -> Character.isLetter(c) || c == ' ')) {
                phrases.add(name, new Sense.Mark(Marks.STATE));
            }
        }
    }

    private static void addScale(ScaleWords scale, Phrases phrases, Map<String, Double> glued) {
        long alone = Objects.requireNonNullElse(scale.alone, 2 * scale.value);
        for (var word : Objects.requireNonNullElse(scale.one, List.<String>of())) {
            phrases.add(word, new Sense.Scale(scale.value, false, false, alone));
            glued.put(word, (double) scale.value);
        }
        for (var word : Objects.requireNonNullElse(scale.many, List.<String>of())) {
            boolean bounded = scale.bounded != null && scale.bounded.contains(word);
            phrases.add(word, new Sense.Scale(scale.value, true, bounded, alone));
        }
    }

    private static void addDays(List<List<String>> names, Sense.Unit unit, Phrases phrases) {
        for (int i = 0; i < names.size(); i++) {
            for (var name : names.get(i)) {
                phrases.add(name, new Sense.Day(unit, i + 1));
            }
        }
    }
}

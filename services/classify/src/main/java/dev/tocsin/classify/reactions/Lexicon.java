package dev.tocsin.classify.reactions;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One language's words of stance, and those by which who acts and who is spoken of are told apart; see en.yaml. */
record Lexicon(
        boolean verbFirst,
        Phrases<Boolean> roles,
        Phrases<Boolean> forces,
        Phrases<Boolean> speech,
        Phrases<Boolean> firstPerson,
        List<String> firstEndings,
        Phrases<Boolean> standsFor,
        Phrases<Boolean> statements,
        Phrases<Boolean> carry,
        Phrases<Boolean> together,
        Phrases<Boolean> gatherings,
        Phrases<Boolean> and,
        Phrases<Boolean> plainAnd,
        Phrases<Boolean> genitive,
        Phrases<Boolean> relative,
        Phrases<Boolean> dependent,
        Phrases<Boolean> passive,
        Phrases<Boolean> accordingTo,
        Phrases<Boolean> by,
        Phrases<Boolean> objects,
        Phrases<Boolean> places,
        Phrases<Boolean> not,
        Phrases<Boolean> meddling,
        Phrases<Stance> stances) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** The file of a language as it is written. */
    record Source(
            String language,
            boolean verbFirst,
            List<String> roles,
            List<String> forces,
            List<String> speech,
            List<String> firstPerson,
            List<String> firstEndings,
            List<String> standsFor,
            List<String> statements,
            List<String> carry,
            List<String> together,
            List<String> gatherings,
            List<String> and,
            List<String> genitive,
            List<String> relative,
            List<String> dependent,
            List<String> passive,
            List<String> accordingTo,
            List<String> by,
            List<String> objects,
            List<String> places,
            List<String> not,
            List<String> meddling,
            List<Patterns> stances) {}

    /** The patterns of one stance and code. */
    record Patterns(String stance, String code, List<String> patterns) {}

    /**
     * The lexicon of a language, where there is one.
     *
     * @throws IllegalStateException where its file is wrong
     */
    static Optional<Lexicon> of(String language) {
        var file = "/reactions/" + language + ".yaml";
        try (var in = Lexicon.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(of(YAML.readValue(in, Source.class)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static Lexicon of(Source source) {
        var stances = new Phrases<Stance>();
        for (var group : source.stances()) {
            var stance = new Stance(group.stance(), group.code());
            group.patterns().forEach(p -> stances.add(p, stance));
        }
        return new Lexicon(
                source.verbFirst(),
                words(source.roles()),
                words(source.forces()),
                words(source.speech()),
                words(source.firstPerson()),
                source.firstEndings(),
                words(source.standsFor()),
                words(source.statements()),
                words(source.carry()),
                words(source.together()),
                words(source.gatherings()),
                words(source.and()),
                words(source.and().subList(0, 1)),
                words(source.genitive()),
                words(source.relative()),
                words(source.dependent()),
                words(source.passive()),
                words(source.accordingTo()),
                words(source.by()),
                words(source.objects()),
                words(source.places()),
                words(source.not()),
                words(source.meddling()),
                stances);
    }

    private static Phrases<Boolean> words(List<String> list) {
        var phrases = new Phrases<Boolean>();
        list.forEach(w -> phrases.add(w, true));
        return phrases;
    }
}

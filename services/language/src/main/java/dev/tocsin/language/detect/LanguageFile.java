package dev.tocsin.language.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of one language by heart: how it is written and which words, endings and beginnings betray it. Read
 * from {@code languages/TAG.tsv}: a key, a tab, values with spaces between them; a key may come again, {@code #} begins
 * a comment.
 *
 * @param tag BCP 47, without subtags
 * @param scripts that it is written in, the usual one first
 * @param letters of those scripts that it uses, in lower case; empty: all of them
 * @param characters between U+3000 and U+9FFF that it has and its neighbours do not
 * @param words in lower case
 * @param endings of words, without a hyphen
 * @param beginnings of words, without a hyphen
 */
record LanguageFile(
        String tag,
        List<UnicodeScript> scripts,
        String letters,
        String characters,
        Set<String> words,
        Set<String> endings,
        Set<String> beginnings) {
    private static final String FOLDER = "/languages/";

    /** The file of a language; one without a file is written in all the letters of Latin, and has no words. */
    static LanguageFile of(String tag) {
        var name = FOLDER + tag + ".tsv";
        try (var in = LanguageFile.class.getResourceAsStream(name)) {
            if (in == null) {
                return new LanguageFile(tag, List.of(UnicodeScript.LATIN), "", "", Set.of(), Set.of(), Set.of());
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            return parse(tag, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** @throws IllegalArgumentException naming the file, the line and what is wrong with it */
    static LanguageFile parse(String tag, List<String> lines) {
        var scripts = new ArrayList<UnicodeScript>();
        var letters = new StringBuilder();
        var characters = new StringBuilder();
        var words = new LinkedHashSet<String>();
        var endings = new LinkedHashSet<String>();
        var beginnings = new LinkedHashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var columns = line.split("\t", 2);
            var values = columns.length < 2 ? List.<String>of() : List.of(columns[1].split(" "));
            var where = "languages/" + tag + ".tsv line " + (i + 1) + ": ";
            switch (columns[0]) {
                case "script" -> values.forEach(v -> scripts.add(script(v, where)));
                case "letters" -> letters.append(String.join("", values));
                case "characters" -> characters.append(String.join("", values));
                case "words" -> words.addAll(values);
                case "endings" -> endings.addAll(values);
                case "beginnings" -> beginnings.addAll(values);
                default ->
                    throw new IllegalArgumentException(where + "'" + columns[0]
                            + "' is none of script, letters, characters, words, endings, beginnings");
            }
        }
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("languages/" + tag + ".tsv has no script");
        }
        return new LanguageFile(
                tag, List.copyOf(scripts), letters.toString(), characters.toString(), words, endings, beginnings);
    }

    private static UnicodeScript script(String code, String where) {
        try {
            // the scripts of ISO 15924 that Unicode has no letters of stand for several of Unicode's
            return switch (code) {
                case "Kana" -> UnicodeScript.HIRAGANA;
                default -> UnicodeScript.forName(code);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + "'" + code + "' is no script of ISO 15924", e);
        }
    }

    /** The tag of a text of this language in a script: with a subtag where the script is not the usual one. */
    String tagIn(UnicodeScript script) {
        if (script == scripts.getFirst() || script == UnicodeScript.HIRAGANA) {
            return tag;
        }
        return tag
                + switch (script) {
                    case LATIN -> "-Latn";
                    case CYRILLIC -> "-Cyrl";
                    case ARABIC -> "-Arab";
                    default -> "";
                };
    }
}

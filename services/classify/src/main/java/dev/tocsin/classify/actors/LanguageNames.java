package dev.tocsin.classify.actors;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that one language has for what is listed: states and cities as CLDR has them, the lists' own aliases, and demonyms.
 *
 * @param ambiguous hashes of words that are no names here
 */
record LanguageNames(String tag, NameTrie trie, Endings endings, Set<Long> ambiguous) {
    private static final DisplayContext[] SHORT = {DisplayContext.LENGTH_SHORT};

    static LanguageNames of(String tag, Language language, List<Entry> entries) {
        var trie = new NameTrie();
        var writer = new NameWriter(trie, language);
        var locale = ULocale.forLanguageTag(tag);
        var names = LocaleDisplayNames.getInstance(locale);
        var shortNames = LocaleDisplayNames.getInstance(locale, SHORT);
        var zones = TimeZoneNames.getInstance(locale);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if ("state".equals(entry.type()) && entry.country() != null) {
                write(writer, entry, i, names.regionDisplayName(entry.country()));
                write(writer, entry, i, shortNames.regionDisplayName(entry.country()));
                for (var demonym : language.demonyms().getOrDefault(entry.country(), List.of())) {
                    writer.demonym(demonym, i);
                }
            } else if (entry.zone() != null) {
                write(writer, entry, i, zones.getExemplarLocationName(entry.zone()));
            }
            for (var alias : aliases(entry, language.language())) {
                writer.name(alias, i, 0);
            }
        }
        trie.trim();
        return new LanguageNames(tag, trie, new Endings(language), hashes(language.ambiguous()));
    }

    /** CLDR says the code where it has no name, and puts a second name in brackets. */
    private static void write(NameWriter writer, Entry entry, int index, @Nullable String name) {
        if (name == null || name.equals(entry.country())) {
            return;
        }
        var first = name.replaceAll("\\s*[(\\[（].*", "");
        if (!first.isBlank() && !entry.isWithdrawn(first)) {
            writer.name(first, index, 0);
        }
    }

    /** Those of the language; where it has none, the English ones that no other language's word could be. */
    private static List<String> aliases(Entry entry, String language) {
        var spellings = entry.spellings();
        var own = spellings.get(language);
        if (own != null) {
            return own;
        }
        return spellings.getOrDefault("en", List.of()).stream()
                .filter(a -> a.length() > 3)
                .toList();
    }

    private static Set<Long> hashes(List<String> words) {
        var hashes = new HashSet<Long>();
        for (var word : words) {
            var letters = word.toCharArray();
            var prefixes = new long[letters.length + 1];
            Words.hashes(letters, letters.length, prefixes);
            hashes.add(prefixes[letters.length]);
        }
        return Set.copyOf(hashes);
    }
}

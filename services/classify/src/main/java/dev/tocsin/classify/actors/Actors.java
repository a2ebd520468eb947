package dev.tocsin.classify.actors;

import dev.tocsin.contracts.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the actors and places that a text names, whatever its language, in one pass over its words.
 *
 * <p>Names come from the folder's lists and, for states and cities, from CLDR; a language's names are made when its first text
 * comes. Inflected forms are found by the language's endings, other spellings of persons and cities by their {@link Sound}.
 * Safe for many threads.
 */
public final class Actors {
    /** Of a longer field only the beginning is read, in UTF-16 units: nobody is first named behind it. */
    private static final int MOST_TEXT = 30_000;
    /** Mentions of one field; a text with more is a list. */
    private static final int MOST_MENTIONS = 500;

    private static final int MOST_LANGUAGES = 80;
    /** Places are many, so that short sounds are those of several. */
    private static final int SHORTEST_PLACE = 7;

    private final ActorFolder folder;
    private final List<Entity> entities;
    private final NameTrie everywhere;
    private final GivenNames given;
    private final Map<String, LanguageNames> languages = new ConcurrentHashMap<>();
    private final Map<String, Entity> byCountry = new HashMap<>();
    private final Map<String, Entity> byId = new HashMap<>();

    private Actors(ActorFolder folder) {
        this.folder = folder;
        this.entities = folder.entries().stream().map(Entry::entity).toList();
        this.everywhere = everywhere(folder.entries());
        this.given = GivenNames.of(folder.entries());
        for (var entity : entities) {
            byId.put(entity.id(), entity);
            if (entity.type() == Entity.Type.STATE && entity.country() != null) {
                byCountry.put(entity.country(), entity);
            }
        }
    }

    /**
     * Those of a folder.
     *
     * @param folder with YAML files of actors and places, and a folder {@code languages} of those that tell how names change
     * @throws InvalidActorsException for the first mistake: file, line, key and reason in one line
     */
    public static Actors read(Path folder) throws InvalidActorsException {
        return new Actors(ActorFolder.read(folder));
    }

    /**
     * Everyone and every place that is named.
     *
     * @param language BCP 47 tag of the text; names are found in any, inflected ones in those of the folder's languages
     */
    public Mentions find(String language, @Nullable String title, String text) {
        var names = names(language);
        var found = new ArrayList<Mention>();
        if (title != null) {
            find(names, Field.TITLE, title, found);
        }
        find(names, Field.TEXT, text, found);
        return new Mentions(found);
    }

    /** The state of a country code, such as KZ. */
    public Optional<Entity> state(String country) {
        return Optional.ofNullable(byCountry.get(country));
    }

    public Optional<Entity> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void find(LanguageNames names, Field field, String text, List<Mention> into) {
        var words = Words.of(text, MOST_TEXT);
        var spans = new NameFinder(words, everywhere, names, given).find(MOST_MENTIONS);
        for (var span : spans) {
            int start = words.start(span.first());
            int end = words.end(span.last());
            into.add(new Mention(
                    entities.get(Candidates.entity(span.candidate())),
                    Candidates.is(span.candidate(), Candidates.DEMONYM),
                    span.inflected(),
                    field,
                    start,
                    end,
                    text.substring(start, end)));
        }
    }

    private LanguageNames names(String tag) {
        var known = languages.get(tag);
        if (known != null) {
            return known;
        }
        if (languages.size() >= MOST_LANGUAGES || !tag.matches("[a-z]{2,3}(-[A-Za-z]{4})?") || tag.equals("und")) {
            return tag.equals("en") ? made("en") : names("en");
        }
        return made(tag);
    }

    private LanguageNames made(String tag) {
        return languages.computeIfAbsent(tag, t -> {
            var base = t.split("-")[0];
            var language = folder.languages().getOrDefault(base, Language.plain(base));
            return LanguageNames.of(t, language, folder.entries());
        });
    }

    /** Names of all languages: English ones, persons', and how persons and cities sound. */
    private static NameTrie everywhere(List<Entry> entries) {
        var trie = new NameTrie();
        var writer = new NameWriter(trie, Language.plain("en"));
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            boolean person = "person".equals(entry.type());
            for (var spelling : entry.spellings().get("")) {
                writer.name(spelling, i, 0);
                if (entry.type() == null && !entry.capital()) {
                    writer.sound(spelling, i, 0, SHORTEST_PLACE);
                }
            }
            int flags = Candidates.FAMILY | (entry.needsGiven() ? Candidates.NEEDS_GIVEN : 0);
            for (var family : entry.families()) {
                writer.name(family, i, person ? flags : 0);
                writer.sound(family, i, person ? flags : 0, Sound.SHORTEST);
            }
        }
        trie.trim();
        return trie;
    }
}

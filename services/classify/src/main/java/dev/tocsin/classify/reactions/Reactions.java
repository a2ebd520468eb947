package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.Mentions;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds who takes which stance on the events that an article tells of, in the languages that have a lexicon.
 *
 * <p>Words of stance are looked for in each sentence, and with them who acts there, or who did in the sentence before. The state
 * where the events are is told from the whole article; its own authorities are not among those who react. Safe for many threads.
 */
public final class Reactions {
    /** An article with more mentions is a list of names. */
    private static final int MOST_MENTIONS = 400;

    private final Actors actors;
    private final Map<String, Optional<Lexicon>> lexicons = new ConcurrentHashMap<>();

    public Reactions(Actors actors) {
        this.actors = actors;
    }

    /**
     * The stances told, each actor's at most once each, in the order of the text; those that only the title tells come last, and
     * their offsets are empty, because offsets count in the text.
     *
     * @param language BCP 47 tag of the text
     * @param mentions those that {@link Actors#find} found in the same title and text
     */
    public List<Reaction> find(String language, @Nullable String title, String text, Mentions mentions) {
        return find(language, title, text, mentions, Byline.NONE);
    }

    /**
     * As above, where it is known who has written the text.
     *
     * @param byline whose "we" an article's is, unless the text names somebody else
     */
    public List<Reaction> find(String language, @Nullable String title, String text, Mentions mentions, Byline byline) {
        if (mentions.all().isEmpty() || mentions.all().size() > MOST_MENTIONS) {
            return List.of();
        }
        var lexicon = lexicon(language);
        return lexicon.isEmpty()
                ? List.of()
                : find(lexicon.get(), title, text, mentions, byline.holder(actors, lexicon.get()));
    }

    private List<Reaction> find(
            Lexicon lexicon, @Nullable String title, String text, Mentions mentions, @Nullable Holder author) {
        var passages = new ArrayList<Passage>();
        passages.add(Passage.of(Field.TEXT, text, mentions.in(Field.TEXT)));
        if (title != null) {
            passages.add(Passage.of(Field.TITLE, title, mentions.in(Field.TITLE)));
        }
        var scenes = passages.stream().map(p -> Scene.of(actors, lexicon, p)).toList();
        var theatre = Theatre.of(scenes, lexicon, actors);
        var found = new Gathering();
        var titled = scenes.size() > 1 && !scenes.getLast().holders().isEmpty()
                ? scenes.getLast().holders().getFirst()
                : List.<Holder>of();
        for (var scene : scenes) {
            var company = new Company(actors, lexicon, scene, titled);
            var speakers = new Speakers(lexicon, scenes, scene, author);
            new Reading(actors, lexicon, scene, theatre.orElse(null), company, speakers, found).read();
        }
        return found.reactions();
    }

    private Optional<Lexicon> lexicon(String language) {
        var base = language.split("-", 2)[0];
        if (!base.matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        return lexicons.computeIfAbsent(base, Lexicon::of);
    }
}

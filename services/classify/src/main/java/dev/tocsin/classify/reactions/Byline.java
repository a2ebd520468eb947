package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.Mention;
import dev.tocsin.contracts.Field;
import org.jspecify.annotations.Nullable;

/**
 * Who an article's own fields say has written it: a government's or an organisation's release speaks of itself as "we".
 *
 * @param author as the feed names it
 * @param source name of the publisher
 */
public record Byline(@Nullable String author, @Nullable String source) {
    /** Where nothing is known. */
    public static final Byline NONE = new Byline(null, null);

    private static final int LONGEST = 120;
    /** Part of a publisher's name that a house's name must be, so that a paper named after a union does not speak for it. */
    private static final double WHOLE = 0.6;

    @Nullable
    Holder holder(Actors actors, Lexicon lexicon) {
        var person = author == null ? null : holder(actors, lexicon, author);
        return person != null || source == null ? person : holder(actors, lexicon, source);
    }

    private static @Nullable Holder holder(Actors actors, Lexicon lexicon, String name) {
        if (name.length() > LONGEST) {
            return null;
        }
        var mentions = actors.find("en", null, name).in(Field.TEXT);
        var passage = Passage.of(Field.TEXT, name, mentions);
        var reader = new Holders(actors, lexicon, passage);
        for (var named : passage.named()) {
            if (speaks(named.mention(), name)) {
                return passage.sentences().stream()
                        .flatMap(s -> reader.of(s).stream())
                        .filter(h -> h.first() == named.first())
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static boolean speaks(Mention mention, String name) {
        return switch (mention.entity().type()) {
            case PERSON -> true;
            case AGENCY, ORGANISATION -> mention.spelling().length() >= WHOLE * name.length();
            default -> false;
        };
    }
}

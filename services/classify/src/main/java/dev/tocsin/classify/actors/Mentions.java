package dev.tocsin.classify.actors;

import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Place;
import java.util.List;
import java.util.Locale;

/**
 * Everyone and every place that an article names.
 *
 * @param all in the order of the text, those of the title first
 */
public record Mentions(List<Mention> all) {
    public Mentions {
        all = List.copyOf(all);
    }

    /** Those of one part of the article, in order. */
    public List<Mention> in(Field field) {
        return all.stream().filter(m -> m.field() == field).toList();
    }

    /** The text's actors as the channel has them; the contract's offsets count in the text, so the title's are left out. */
    public List<Actor> actors() {
        return in(Field.TEXT).stream()
                .filter(m -> m.entity().type() != Entity.Type.PLACE)
                .map(m -> new Actor(
                        m.entity().id(),
                        m.entity().type().name().toLowerCase(Locale.ROOT),
                        m.entity().name(),
                        m.start(),
                        m.end()))
                .toList();
    }

    /** The text's places as the channel has them. */
    public List<Place> places() {
        return in(Field.TEXT).stream()
                .filter(m -> m.entity().type() == Entity.Type.PLACE)
                .map(m -> new Place(
                        m.entity().id(),
                        m.entity().name(),
                        m.entity().country(),
                        m.entity().lat(),
                        m.entity().lon(),
                        m.start(),
                        m.end()))
                .toList();
    }
}

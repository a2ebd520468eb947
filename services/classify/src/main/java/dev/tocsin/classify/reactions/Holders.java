package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.Entity;
import dev.tocsin.classify.reactions.Passage.Named;
import dev.tocsin.classify.reactions.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who in a sentence may take a stance: not who is merely an adjective, a place, or part of another's title. */
final class Holders {
    /** Words between a title and the name it belongs to. */
    private static final int TITLE = 6;

    private static final int ROLE_BEFORE = 4;
    private static final int ROLE_AFTER = 3;
    /** Words behind a genitive in which the office is named whose word counts: "Japan's deputy foreign minister". */
    private static final int OFFICE_BEHIND = 4;

    private final Actors actors;
    private final Lexicon lexicon;
    private final Passage passage;
    private final Titles titles;

    Holders(Actors actors, Lexicon lexicon, Passage passage) {
        this.actors = actors;
        this.lexicon = lexicon;
        this.passage = passage;
        this.titles = new Titles(lexicon, passage);
    }

    List<Holder> of(Sentence sentence) {
        var named = passage.in(sentence);
        var holders = new ArrayList<Holder>();
        for (var name : named) {
            if (!isPartOfTitle(name, named)) {
                var holder = holder(name, sentence);
                if (holder != null) {
                    holders.add(holders.isEmpty() ? holder : joined(holders.getLast(), holder));
                }
            }
        }
        return holders;
    }

    /** "In France and Spain": what a preposition does to a name it does to the next, joined by "and". */
    private Holder joined(Holder previous, Holder next) {
        boolean and = next.first() - previous.last() == 2
                && passage.isOneBreath(previous.last())
                && lexicon.plainAnd().has(passage.tokens(), previous.last() + 1, next.first());
        return and && previous.object() ? next.asObject() : next;
    }

    private @Nullable Holder holder(Named name, Sentence sentence) {
        var entity = name.mention().entity();
        boolean role = hasRole(name, sentence);
        boolean forces = !role
                && name.mention().demonym()
                && (near(lexicon.forces(), name.last() + 1, ROLE_AFTER, sentence)
                        || near(
                                lexicon.forces(),
                                Math.max(sentence.from(), name.first() - ROLE_BEFORE),
                                ROLE_BEFORE,
                                sentence));
        if (name.mention().demonym() && !role && !forces) {
            return null;
        }
        int head = titles.head(name, sentence);
        boolean object = titles.isObject(name, head, sentence);
        return switch (entity.type()) {
            case PERSON -> holder(name, entity, sideOf(entity), true, head, object, forces);
            case ORGANISATION -> holder(name, entity, entity.id(), false, head, object, forces);
            case AGENCY ->
                entity.country() == null ? null : holder(name, entity, sideOf(entity), false, head, object, forces);
            case STATE -> holder(name, entity, sideOf(entity), false, head, object, forces);
            case PLACE ->
                entity.capital() && (!object || isAgent(head))
                        ? seatOf(entity)
                                .map(s -> holder(name, s, sideOf(s), false, head, object, false))
                                .orElse(null)
                        : null;
        };
    }

    private Holder holder(
            Named name, Entity entity, String side, boolean person, int head, boolean object, boolean forces) {
        boolean owner = !forces && passage.isOwner(name.last()) && !hasRoleBehind(name);
        return new Holder(
                shown(entity), side, entity.country(), person, head, name.first(), name.last(), object, forces, owner);
    }

    private boolean hasRoleBehind(Named name) {
        int end = Math.min(passage.tokens().length, name.last() + 1 + OFFICE_BEHIND);
        for (int i = name.last() + 1; i < end; i++) {
            if (lexicon.roles().has(passage.tokens(), i, end)) {
                return true;
            }
        }
        return false;
    }

    /** The state that a capital stands for, or the organisation of which it is the seat before all. */
    private Optional<Entity> seatOf(Entity place) {
        return place.organisation() != null
                ? actors.byId(place.organisation())
                : actors.state(String.valueOf(place.country()));
    }

    private String shown(Entity entity) {
        if (entity.type() != Entity.Type.PERSON && entity.type() != Entity.Type.AGENCY) {
            return entity.name();
        }
        var of = entity.organisation() != null
                ? actors.byId(entity.organisation())
                : entity.country() == null ? Optional.<Entity>empty() : actors.state(entity.country());
        return of.map(o -> entity.name() + " (" + o.name() + ")").orElse(entity.name());
    }

    static String sideOf(Entity entity) {
        if (entity.country() != null) {
            return entity.country();
        }
        return entity.organisation() == null ? entity.id() : entity.organisation();
    }

    /** "Turkish President" before Erdoğan, "the Hungarian prime minister" behind Orbán. */
    boolean isPartOfTitle(Named name, List<Named> named) {
        var entity = name.mention().entity();
        if (entity.type() == Entity.Type.PERSON) {
            return false;
        }
        for (var other : named) {
            if (other.mention().entity().type() != Entity.Type.PERSON
                    || !sideOf(other.mention().entity()).equals(sideOf(entity))) {
                continue;
            }
            int before = other.first() - name.last();
            int behind = name.first() - other.last();
            if ((before == 1 && !passage.gap(name.last()).contains(","))
                    || (before > 0 && before <= TITLE && hasTitleBetween(name.last() + 1, other.first()))
                    || (behind > 0
                            && behind <= TITLE
                            && passage.gap(other.last()).contains(","))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTitleBetween(int from, int to) {
        if (passage.isParted(from - 1, to, ',') && !passage.gap(to - 1).contains(",")) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (lexicon.roles().has(passage.tokens(), i, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasRole(Named name, Sentence sentence) {
        return near(lexicon.roles(), name.last() + 1, ROLE_AFTER, sentence)
                || near(lexicon.roles(), Math.max(sentence.from(), name.first() - ROLE_BEFORE), ROLE_BEFORE, sentence);
    }

    private boolean near(Phrases<Boolean> phrases, int from, int words, Sentence sentence) {
        for (int i = from; i < Math.min(from + words, sentence.to()); i++) {
            if (phrases.has(passage.tokens(), i, sentence.to())) {
                return true;
            }
            if (!passage.isOneBreath(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean isAgent(int head) {
        return head > 0 && lexicon.by().has(passage.tokens(), head - 1, head);
    }
}

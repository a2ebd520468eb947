package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.Entity;
import dev.tocsin.classify.reactions.Passage.Named;
import dev.tocsin.classify.reactions.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who is meant where several are spoken of as one: "the leaders", "the session", "the people of". */
final class Company {
    /** Sentences before, in which those are named who are then "the leaders". */
    private static final int BACK = 2;

    /** Words between a plural subject and its stance. */
    private static final int CLOSE = 5;

    private static final int BEGINNING = 4;
    /** Words between a session or people and the name of its organisation or state. */
    private static final int REACH = 14;

    private static final int PEOPLE = 8;
    /** For so many sentences a speaker goes on who has said in whose name it is. */
    private static final int MEMORY = 8;
    /** In a longer text "we" may be anybody's. */
    private static final int FEW = 8;

    private final Actors actors;
    private final Lexicon lexicon;
    private final Passage passage;
    private final List<List<Holder>> holders;
    private final List<Holder> titled;

    /** @param titled who is named in the title */
    Company(Actors actors, Lexicon lexicon, Scene scene, List<Holder> titled) {
        this.actors = actors;
        this.lexicon = lexicon;
        this.passage = scene.passage();
        this.holders = scene.holders();
        this.titled = titled;
    }

    /** Whether the words at a sentence's beginning, soon before those of stance, are a plural that stands for names. */
    boolean isPlural(Sentence sentence, int first) {
        for (int i = Math.max(sentence.from(), first - CLOSE - BEGINNING); i < first; i++) {
            var found = lexicon.together().at(passage.tokens(), i, first);
            if (found != null && first - found.last() <= CLOSE && isBeginning(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeginning(Sentence sentence, int word) {
        if (word - sentence.from() <= BEGINNING) {
            return true;
        }
        var gap = passage.gap(word - 1);
        return gap.contains(",") || gap.contains(";") || lexicon.and().has(passage.tokens(), word - 1, word);
    }

    /** Those who were named before, two at least: persons, or else states and organisations; otherwise nobody. */
    List<Holder> named(int index) {
        var persons = new ArrayList<Holder>();
        var others = new ArrayList<Holder>();
        for (int i = index - 1; i >= Math.max(0, index - BACK) && persons.size() < 2; i--) {
            gather(
                    holders.get(i).stream()
                            .filter(h -> !passage.gap(h.last()).contains(":"))
                            .toList(),
                    persons,
                    others);
        }
        if (persons.size() < 2 && index <= BACK) {
            gather(titled, persons, others);
        }
        return persons.size() >= 2 ? persons : others.size() >= 2 ? others : List.of();
    }

    private static void gather(List<Holder> from, List<Holder> persons, List<Holder> others) {
        for (var holder : from) {
            var list = holder.person() ? persons : others;
            boolean usable = holder.person() || (!holder.object() && !holder.forces() && !holder.owner());
            if (usable && list.stream().noneMatch(h -> h.name().equals(holder.name()))) {
                list.add(holder);
            }
        }
    }

    /** The organisation whose session a sentence, or the one before, tells of; null where there is none. */
    @Nullable
    Holder gathered(int index, int trigger) {
        var here = passage.sentences().get(index);
        if (!has(lexicon.gatherings(), here.from(), trigger)) {
            return null;
        }
        for (int i = index; i >= Math.max(0, index - 1); i--) {
            var sentence = passage.sentences().get(i);
            for (var name : passage.in(sentence)) {
                boolean its = has(lexicon.gatherings(), Math.max(sentence.from(), name.first() - REACH), name.first());
                if (its && name.mention().entity().type() == Entity.Type.ORGANISATION) {
                    return holder(name, name.mention().entity());
                }
            }
        }
        return null;
    }

    /**
     * The state in whose name a sentence says "we": one of its people is named so there or shortly before, as in "on behalf of the
     * people of"; else the only state beside that of the events which does something in the text. Null where it names none.
     */
    @Nullable
    Holder represented(int index, @Nullable String theatre) {
        for (int i = index; i >= Math.max(0, index - MEMORY); i--) {
            var sentence = passage.sentences().get(i);
            for (int word = sentence.from(); word < sentence.to(); word++) {
                var found = lexicon.standsFor().at(passage.tokens(), word, sentence.to());
                if (found != null) {
                    return stateBehind(sentence, found.last());
                }
            }
        }
        return theatre == null ? null : onlyState(theatre);
    }

    private @Nullable Holder onlyState(String theatre) {
        // first, for it is asked of each "we", and the rest reads the whole text
        if (passage.sentences().size() > FEW) {
            return null;
        }
        Holder only = null;
        boolean acts = false;
        for (int i = 0; i < holders.size(); i++) {
            if (has(lexicon.speech(), passage.sentences().get(i))) {
                return null;
            }
            for (var holder : holders.get(i)) {
                boolean other = !theatre.equals(holder.country()) && holder.country() != null;
                if (other && (only == null || only.side().equals(holder.side())) && !holder.person()) {
                    only = only != null && !acts ? holder : only == null ? holder : only;
                    acts |= !holder.object() && !holder.owner() && !holder.forces();
                } else if (other) {
                    return null;
                }
            }
        }
        return acts ? only : null;
    }

    private boolean has(Phrases<Boolean> phrases, Sentence sentence) {
        return has(phrases, sentence.from(), sentence.to());
    }

    private @Nullable Holder stateBehind(Sentence sentence, int last) {
        for (var name : passage.in(sentence)) {
            if (name.first() > last && name.first() <= last + PEOPLE) {
                var entity = name.mention().entity();
                var state = entity.country() == null || entity.type() == Entity.Type.PERSON
                        ? Optional.<Entity>empty()
                        : actors.state(entity.country());
                return state.map(s -> holder(name, s)).orElse(null);
            }
        }
        return null;
    }

    private static Holder holder(Named name, Entity entity) {
        return new Holder(
                entity.name(),
                Holders.sideOf(entity),
                entity.country(),
                false,
                name.first(),
                name.first(),
                name.last(),
                false,
                false,
                false);
    }

    private boolean has(Phrases<Boolean> phrases, int from, int to) {
        for (int i = from; i < to; i++) {
            if (phrases.has(passage.tokens(), i, to)) {
                return true;
            }
        }
        return false;
    }
}

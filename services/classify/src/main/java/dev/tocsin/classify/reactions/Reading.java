package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.Entity;
import dev.tocsin.classify.reactions.Passage.Sentence;
import dev.tocsin.classify.reactions.Scene.Trigger;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Reaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one passage from sentence to sentence, remembering who was spoken of. */
final class Reading {
    private static final int LONGEST_QUOTE = 300;
    /** Sentences behind a quotation's in which its speaker may be named. */
    private static final int SPEAKER_BEHIND = 3;

    private static final int NEGATION = 2;
    /** Words between those of stance and the head of what it is taken on, as in "any such attempt". */
    private static final int OBJECT = 5;

    /** Words from a preposition to the name behind it, as in "by the". */
    private static final int ARTICLE = 2;
    /** For so many sentences somebody is remembered. */
    private static final int MOST_SENTENCES = 2;

    private static final int BEGINNING = 6;
    /** Words from a verb that says "we" to its stance: "esprimiamo il nostro cordoglio". */
    private static final int VERB = 3;
    /** Words between a stance and the sending that it is taken on. */
    private static final int TOLD_OF = 5;

    private final Actors actors;
    private final Lexicon lexicon;
    private final Passage passage;
    private final @Nullable String theatre;
    private final Company company;
    private final Speakers speakers;
    private final Gathering found;
    private final Choice choice;
    private final Titles titles;
    private final List<List<Holder>> holders;
    private final Scene scene;
    /** Whether the state of the events is named as a place; if not, its forces may be sent abroad. */
    private final boolean isPlaced;

    private List<Holder> before = List.of();
    private int spoken;

    Reading(
            Actors actors,
            Lexicon lexicon,
            Scene scene,
            @Nullable String theatre,
            Company company,
            Speakers speakers,
            Gathering found) {
        this.actors = actors;
        this.lexicon = lexicon;
        this.scene = scene;
        this.passage = scene.passage();
        this.holders = scene.holders();
        this.theatre = theatre;
        this.isPlaced = passage.named().stream().anyMatch(n -> isPlace(n, lexicon));
        this.company = company;
        this.speakers = speakers;
        this.found = found;
        this.choice = new Choice(lexicon, passage);
        this.titles = new Titles(lexicon, passage);
    }

    private boolean isPlace(Passage.Named name, Lexicon lexicon) {
        var entity = name.mention().entity();
        boolean there = entity.country() != null && entity.country().equals(theatre);
        boolean city = entity.type() == Entity.Type.PLACE && !entity.capital();
        return there
                && (city
                        || (entity.type() != Entity.Type.PERSON
                                && name.first() > 0
                                && lexicon.places().has(passage.tokens(), name.first() - 1, name.first())));
    }

    void read() {
        for (int i = 0; i < passage.sentences().size(); i++) {
            read(i);
        }
    }

    private void read(int index) {
        var sentence = passage.sentences().get(index);
        var here = holders.get(index);
        List<Holder> subjects = List.of();
        int previous = -1;
        for (var told : scene.told().get(index)) {
            if (told.stance().name().equals(Stance.NONE) || isNegated(told.first(), sentence)) {
                continue;
            }
            var who = who(index, told, previous);
            boolean sending = told.stance().name().equals(Stance.SENDS) && previous >= 0;
            if (sending && told.first() - previous <= TOLD_OF && !who.isEmpty() && who.equals(subjects)) {
                // "condemned the sending of troops": the one who condemns does not send
                continue;
            }
            previous = told.last();
            subjects = who.isEmpty() || who.size() < subjects.size() ? subjects : who;
            for (var holder : who) {
                if (theatre == null
                        || !theatre.equals(holder.country())
                        || told.stance().isTheirsToo()
                        || (told.stance().name().equals(Stance.SENDS) && !isPlaced)) {
                    tell(holder, told.stance(), sentence, told.first(), told.last(), here.contains(holder));
                }
            }
        }
        if (subjects.isEmpty()) {
            tellOpinions(sentence, here);
            subjects = here.stream()
                    .filter(h -> !h.object() && !h.forces() && h.head() - sentence.from() <= BEGINNING)
                    .limit(1)
                    .toList();
        }
        if (!subjects.isEmpty()) {
            before = subjects;
            spoken = index;
        }
    }

    private List<Holder> who(int index, Trigger trigger, int previous) {
        var sentence = passage.sentences().get(index);
        boolean mine = isMine(sentence, trigger);
        var here = choice.of(holders.get(index), sentence, trigger, previous);
        boolean acts = !here.isEmpty() && here.getFirst().first() <= trigger.first();
        if (mine && !(acts && !isFirstPersonBetween(here.getFirst().last(), trigger.first()))) {
            return speaker(index);
        }
        if (!acts && company.isPlural(sentence, trigger.first())) {
            var all = company.named(index);
            if (!all.isEmpty()) {
                return all;
            }
        }
        if (!here.isEmpty()) {
            return demanding(index, trigger, previous, here);
        }
        var gathered = company.gathered(index, trigger.first());
        if (gathered != null) {
            return List.of(gathered);
        }
        return index - spoken <= MOST_SENTENCES && carries(sentence, trigger.first()) ? before : List.of();
    }

    /** Demands and comments are those of whoever utters them: "Paris says the authorities must show restraint". */
    private List<Holder> demanding(int index, Trigger trigger, int previous, List<Holder> here) {
        if (!trigger.stance().isOnOthers()
                || theatre == null
                || here.stream().anyMatch(h -> !theatre.equals(h.country()))) {
            return here;
        }
        var sentence = passage.sentences().get(index);
        var others = holders.get(index).stream()
                .filter(h -> !theatre.equals(h.country()))
                .toList();
        var speaking = choice.of(others, sentence, trigger, previous);
        boolean says = !speaking.isEmpty() && choice.isSpeaking(speaking.getFirst(), sentence);
        return says ? speaking : here;
    }

    /** Whether a stance is the speaker's own: "we" stands in the sentence, or the verb has its ending. */
    private boolean isMine(Sentence sentence, Trigger trigger) {
        if (has(lexicon.firstPerson(), sentence.from(), sentence.to())) {
            return true;
        }
        for (int i = Math.max(sentence.from(), trigger.first() - VERB); i <= trigger.last(); i++) {
            if (lexicon.firstEndings().stream().anyMatch(passage.tokens()[i]::endsWith)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirstPersonBetween(int from, int to) {
        return has(lexicon.firstPerson(), from + 1, to);
    }

    /** Who says "I": whom a transcript's label names, or a verb of saying in this sentence or soon behind it, or the author. */
    private List<Holder> speaker(int index) {
        var told = speakers.of(index);
        if (speakers.isLabelled(index)) {
            return told == null ? List.of() : List.of(told);
        }
        for (int i = index; i < Math.min(index + 1 + SPEAKER_BEHIND, holders.size()); i++) {
            for (var holder : holders.get(i)) {
                if (!holder.object()
                        && choice.isSpeaking(holder, passage.sentences().get(i))) {
                    return List.of(holder);
                }
            }
        }
        if (told == null) {
            told = company.represented(index, theatre);
        }
        return told == null ? List.of() : List.of(told);
    }

    /** Whether the sentence begins by taking up who was spoken of. */
    private boolean carries(Sentence sentence, int first) {
        return has(lexicon.carry(), sentence.from(), Math.min(first, sentence.from() + BEGINNING));
    }

    /** "According to Paris, ...": whoever has something to say of the events, in no words of stance. */
    private void tellOpinions(Sentence sentence, List<Holder> here) {
        boolean ofEvents = passage.in(sentence).stream().anyMatch(n -> String.valueOf(theatre)
                .equals(n.mention().entity().country()));
        for (var holder : here) {
            if (ofEvents
                    && !String.valueOf(theatre).equals(holder.country())
                    && titles.isOpinion(holder.head(), sentence)) {
                tell(holder, Stance.SAYS, sentence, holder.first(), holder.last(), true);
            }
        }
    }

    private boolean isNegated(int word, Sentence sentence) {
        return has(lexicon.not(), Math.max(sentence.from(), word - NEGATION), word);
    }

    private boolean has(Phrases<Boolean> phrases, int from, int to) {
        for (int i = from; i < to; i++) {
            if (phrases.has(passage.tokens(), i, to)) {
                return true;
            }
        }
        return false;
    }

    private void tell(Holder holder, Stance stance, Sentence sentence, int first, int last, boolean here) {
        int from = here && holder.last() < first ? holder.head() : sentence.from();
        int start = passage.words().start(from);
        int end = Math.min(passage.words().end(sentence.to() - 1), start + LONGEST_QUOTE);
        end = Math.max(end, passage.words().end(last));
        var quote = passage.text().substring(start, end);
        boolean inText = passage.field() == Field.TEXT;
        found.add(
                holder,
                stance,
                new Reaction(
                        holder.name(),
                        stance.name(),
                        towards(holder, stance, sentence, first, last),
                        stance.code(),
                        quote,
                        inText ? start : 0,
                        inText ? end : 0));
    }

    /**
     * Whom the words behind those of stance name first, if not the actor's own side; else the state of the events. Of what others
     * do to a state, as in "rejects US interference in Kazakhstan", only who does it, or nobody.
     */
    private @Nullable String towards(Holder holder, Stance stance, Sentence sentence, int first, int last) {
        int meddling = stance.isAgainst() ? meddling(sentence, first, last) : -1;
        for (var name : passage.in(sentence)) {
            var entity = name.mention().entity();
            if (name.first() > last
                    && !Holders.sideOf(entity).equals(holder.side())
                    && (meddling < 0
                            || name.first() < meddling
                            || has(lexicon.by(), Math.max(0, name.first() - ARTICLE), name.first()))) {
                return entity.name();
            }
        }
        return meddling >= 0 || theatre == null || theatre.equals(holder.country())
                ? null
                : actors.state(theatre).map(Entity::name).orElse(null);
    }

    /** Where the words of stance, or those right behind, tell of what others do to a state; less than 0 for nowhere. */
    private int meddling(Sentence sentence, int first, int last) {
        int end = Math.min(sentence.to(), last + 1 + OBJECT);
        for (int i = first; i < end; i++) {
            if (lexicon.meddling().has(passage.tokens(), i, end)) {
                return i;
            }
        }
        return -1;
    }
}

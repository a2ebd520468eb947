package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.reactions.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage with what its sentences hold: words of stance, and those who may take them.
 *
 * @param told by sentence
 * @param holders by sentence
 */
record Scene(Passage passage, List<List<Trigger>> told, List<List<Holder>> holders) {
    /** Words of stance, from first to last. */
    record Trigger(int first, int last, Stance stance) {}

    static Scene of(Actors actors, Lexicon lexicon, Passage passage) {
        var told = new ArrayList<List<Trigger>>();
        var holders = new ArrayList<List<Holder>>();
        var reader = new Holders(actors, lexicon, passage);
        for (var sentence : passage.sentences()) {
            told.add(told(passage, lexicon, sentence));
            holders.add(reader.of(sentence));
        }
        return new Scene(passage, told, holders);
    }

    private static List<Trigger> told(Passage passage, Lexicon lexicon, Sentence sentence) {
        List<Trigger> told = List.of();
        for (int i = sentence.from(); i < sentence.to(); i++) {
            var found = lexicon.stances().at(passage.tokens(), i, sentence.to());
            if (found != null) {
                told = told.isEmpty() ? new ArrayList<>() : told;
                told.add(new Trigger(i, found.last(), found.meaning()));
                i = found.last();
            }
        }
        return told;
    }
}

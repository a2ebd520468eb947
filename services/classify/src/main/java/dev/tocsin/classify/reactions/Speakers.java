package dev.tocsin.classify.reactions;

import dev.tocsin.classify.reactions.Passage.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose word a text in the first person is, where the text says so: labels before the lines of a transcript, a name at the
 * head or foot of a statement, a title such as "Statement by". Nobody is guessed.
 */
final class Speakers {
    /** Words of a label. */
    private static final int LABEL = 9;

    /** Words of a line that is a name with its titles. */
    private static final int SIGNATURE = 10;
    /** From so many labels on, a text is a transcript: a label then reaches to the next. */
    private static final int TRANSCRIPT = 2;

    /** Words at a text's beginning or behind a name that are looked at. */
    private static final int CLOSE = 6;

    private final Lexicon lexicon;
    private final Passage passage;
    private final List<List<Holder>> holders;
    private final List<Scene> scenes;
    private final @Nullable Holder byline;
    private final List<@Nullable Holder> labels = new ArrayList<>();
    private final BitSet labelled = new BitSet();
    private @Nullable Holder author;

    /** @param byline who the article's own fields say has written it, or null */
    Speakers(Lexicon lexicon, List<Scene> scenes, Scene scene, @Nullable Holder byline) {
        this.lexicon = lexicon;
        this.passage = scene.passage();
        this.holders = scene.holders();
        this.scenes = scenes;
        this.byline = byline;
    }

    /** Most articles say nothing in the first person, so this is found out when it is asked for. */
    private void read() {
        if (labels.isEmpty()) {
            label();
            var signed = signature();
            var titled =
                    scenes.stream().map(this::statement).filter(h -> h != null).findFirst();
            author = signed != null ? signed : titled.orElse(byline);
        }
    }

    /** Who says "I" and "we" in a sentence that names no speaker of its own; null where nothing tells. */
    @Nullable
    Holder of(int sentence) {
        read();
        var label = labels.get(sentence);
        return label == null && !labelled.get(sentence) ? author : label;
    }

    /** Whether a label stands before a sentence, so that nobody else speaks in it: known to us or not. */
    boolean isLabelled(int sentence) {
        read();
        return labelled.get(sentence);
    }

    private void label() {
        int found = 0;
        for (int i = 0; i < passage.sentences().size(); i++) {
            found += isLabel(i) ? 1 : 0;
        }
        boolean transcript = found >= TRANSCRIPT;
        boolean known = false;
        Holder current = null;
        for (int i = 0; i < passage.sentences().size(); i++) {
            boolean newLine =
                    i > 0 && passage.endsLine(passage.sentences().get(i - 1).to() - 1);
            if (isLabel(i)) {
                current = labelled(i);
                known = true;
            } else if (isNameLine(i)) {
                current = holders.get(i).getFirst();
                known = true;
            } else if (newLine && !transcript && !isNameLine(i - 1)) {
                current = null;
                known = false;
            }
            labels.add(current);
            labelled.set(i, known);
        }
    }

    /** Whether a sentence begins with a name or an office and a colon. */
    private boolean isLabel(int index) {
        return colon(passage.sentences().get(index)) >= 0;
    }

    private int colon(Sentence sentence) {
        int end = Math.min(sentence.to(), sentence.from() + LABEL);
        boolean named = false;
        for (int i = sentence.from(); i < end; i++) {
            named |= passage.isCapital(i) || lexicon.roles().has(passage.tokens(), i, sentence.to());
            boolean role = lexicon.roles().has(passage.tokens(), i, sentence.to());
            if (!passage.isCapital(i) && !role && passage.tokens()[i].length() > 3 && !inBrackets(i)) {
                return -1;
            }
            var gap = passage.gap(i);
            if (gap.contains(":") || gap.contains("：")) {
                return named ? i : -1;
            }
            if (gap.contains(",") || gap.contains(";") || gap.contains("\"")) {
                return -1;
            }
        }
        return -1;
    }

    private boolean inBrackets(int word) {
        return word > 0 && passage.gap(word - 1).contains("(")
                || passage.gap(word).contains(")");
    }

    private @Nullable Holder labelled(int index) {
        var sentence = passage.sentences().get(index);
        int colon = colon(sentence);
        Holder best = null;
        for (var holder : holders.get(index)) {
            if (holder.last() <= colon && (best == null || holder.person() && !best.person())) {
                best = holder;
            }
        }
        return best == null ? bySurname(colon) : best;
    }

    /** A label by surname, "MR PRICE:", of somebody whose whole name the text has elsewhere. */
    private @Nullable Holder bySurname(int word) {
        return holders.stream()
                .flatMap(List::stream)
                .filter(h -> h.person()
                        && passage.isCapital(word)
                        && passage.tokens()[h.last()].equals(passage.tokens()[word]))
                .findFirst()
                .orElse(null);
    }

    /** Whether a line is a person's name and titles, and nothing else. */
    private boolean isNameLine(int index) {
        var sentence = passage.sentences().get(index);
        boolean line = passage.endsLine(sentence.to() - 1)
                && (index == 0
                        || passage.endsLine(passage.sentences().get(index - 1).to() - 1));
        return line && index + 1 < holders.size() && isName(index);
    }

    private boolean isName(int index) {
        var sentence = passage.sentences().get(index);
        var here = holders.get(index);
        if (sentence.to() - sentence.from() > SIGNATURE
                || here.size() != 1
                || !here.getFirst().person()) {
            return false;
        }
        for (int i = sentence.from(); i < sentence.to(); i++) {
            boolean known = passage.isCapital(i)
                    || passage.tokens()[i].length() <= 3
                    || lexicon.roles().has(passage.tokens(), i, sentence.to());
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** The one whose name ends the text, or begins it with an office behind. */
    private @Nullable Holder signature() {
        int last = passage.sentences().size() - 1;
        if (last > 0
                && isName(last)
                && passage.endsLine(passage.sentences().get(last - 1).to() - 1)) {
            return holders.get(last).getFirst();
        }
        if (last < 0 || holders.getFirst().isEmpty()) {
            return null;
        }
        var sentence = passage.sentences().getFirst();
        var first = holders.getFirst().getFirst();
        boolean head = first.person()
                && first.first() - sentence.from() <= 2
                && passage.gap(first.last()).contains(",");
        int end = Math.min(sentence.to(), first.last() + CLOSE);
        boolean office = false;
        for (int i = first.last() + 1; head && i < end; i++) {
            if (!passage.isCapital(i) && passage.tokens()[i].length() > 3) {
                // "Ned Price, Spokesperson We condemn" is a head; "Ned Price, Spokesperson, said" is a sentence
                return office && lexicon.firstPerson().has(passage.tokens(), i - 1, i) ? first : null;
            }
            office |= passage.isCapital(i) && lexicon.roles().has(passage.tokens(), i, end);
        }
        return head && office ? first : null;
    }

    /** "Statement by the minister": whoever is named behind such words at the beginning of a title or text. */
    private @Nullable Holder statement(Scene scene) {
        var of = scene.passage();
        if (of.sentences().isEmpty()) {
            return null;
        }
        var sentence = of.sentences().getFirst();
        int end = Math.min(sentence.to(), sentence.from() + CLOSE);
        for (int i = sentence.from(); i < end; i++) {
            var found = lexicon.statements().at(of.tokens(), i, sentence.to());
            if (found != null) {
                for (var holder : scene.holders().getFirst()) {
                    if (holder.first() > found.last() && holder.head() - found.last() <= CLOSE) {
                        return holder;
                    }
                }
            }
        }
        return null;
    }
}

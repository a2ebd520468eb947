package dev.tocsin.classify.reactions;

import dev.tocsin.classify.reactions.Passage.Sentence;
import dev.tocsin.classify.reactions.Scene.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Chooses who of a sentence takes a stance that its words tell: mostly who stands before them and acts. */
final class Choice {
    private static final double BEFORE = 10;
    private static final double AGENT = 14;
    private static final double SPEAKER = 8;
    private static final double BEHIND = 2;
    private static final double OBJECT = 9;
    /** Forces named beside the sending tell whose they are, whoever speaks of it. */
    private static final double SENT = 12;

    private static final int NEAR = 6;
    /** An English participle that stands farther behind belongs to something else. */
    private static final int PARTICIPLE_REACH = 12;

    /** Words between a name and its verb of saying, offices not counted. */
    private static final int SPEECH_BEHIND = 3;

    private static final double A_WORD = 0.15;
    private static final double LEAST = 1.5;

    private final Lexicon lexicon;
    private final Passage passage;
    private final Standing standing;

    Choice(Lexicon lexicon, Passage passage) {
        this.lexicon = lexicon;
        this.passage = passage;
        this.standing = new Standing(lexicon, passage);
    }

    /**
     * Whoever takes the stance that words tell, best one first; empty where nobody here does.
     *
     * @param previous last word of the stance told before in the sentence, or -1
     */
    List<Holder> of(List<Holder> holders, Sentence sentence, Trigger told, int previous) {
        int first = told.first();
        int last = told.last();
        var stance = told.stance();
        Holder best = null;
        double most = LEAST;
        for (var holder : holders) {
            if ((holder.forces() && !stance.name().equals(Stance.SENDS)) || standing.isOwnerOfElse(holder, first)) {
                continue;
            }
            boolean sent = stance.name().equals(Stance.SENDS)
                    && (holder.forces() || standing.hasUnits(holder, sentence))
                    && holder.first() <= last + NEAR
                    && holder.last() >= first - NEAR;
            double score = sent ? SENT : score(holder, holders, sentence, first, last);
            if (!sent
                    && holder.last() < first
                    && (isOtherwise(holder, first, stance) || standing.isInserted(holder, holders, first))) {
                continue;
            }
            if (!sent && holder.last() < first && (isBefallen(holder, previous) || isSpokenTo(holder, holders))) {
                score -= OBJECT;
            }
            if (score > most) {
                most = score;
                best = holder;
            }
        }
        if (best == null) {
            return List.of();
        }
        best = spokesman(best, holders, sentence, first);
        var all = new ArrayList<>(List.of(best));
        if (best.last() < first) {
            with(best, holders, first, all);
        }
        return all;
    }

    /** Whether words before those of stance say that somebody else takes it: a relative clause, or the passive. */
    private boolean isOtherwise(Holder holder, int first, Stance stance) {
        if (first - 1 <= holder.last()) {
            return false;
        }
        var tokens = passage.tokens();
        boolean dependent = lexicon.dependent().has(tokens, first - 1, first)
                && !passage.gap(first - 2).contains(",")
                && holder.last() < first - 2;
        boolean passive = lexicon.passive().has(tokens, first - 1, first) && stance.canBeSuffered();
        return dependent || (passive && !tokens[first].endsWith("ing"));
    }

    /** "Paris sagte Bern Hilfe zu": a state behind a verb of saying whose speaker stands before. */
    private boolean isSpokenTo(Holder holder, List<Holder> holders) {
        return !holder.person()
                && holder.head() > 0
                && lexicon.speech().has(passage.tokens(), holder.head() - 1, holder.head())
                && holders.stream().anyMatch(h -> h.last() < holder.head() && !h.object());
    }

    /** Whether a stance told before is taken towards somebody: named right behind its words. */
    private boolean isBefallen(Holder holder, int previous) {
        if (previous < 0
                || holder.head() <= previous
                || lexicon.by().has(passage.tokens(), holder.head() - 1, holder.head())) {
            return false;
        }
        for (int i = previous; i < holder.head(); i++) {
            var gap = passage.gap(i);
            if (gap.contains(",")
                    || gap.contains(";")
                    || gap.contains("，")
                    || lexicon.and().has(passage.tokens(), i + 1, holder.first() + 1)) {
                return false;
            }
        }
        return true;
    }

    private double score(Holder holder, List<Holder> holders, Sentence sentence, int first, int last) {
        if (holder.first() <= last && holder.last() >= first) {
            return 0;
        }
        if (standing.isAgentBefore(holder, sentence, first)) {
            return AGENT;
        }
        if (holder.last() < first
                && first - holder.last() > PARTICIPLE_REACH
                && passage.tokens()[first].endsWith("ing")) {
            return 0;
        }
        if (holder.last() < first) {
            return BEFORE - A_WORD * (first - holder.last()) - (holder.object() ? OBJECT : 0);
        }
        double far = A_WORD * (holder.head() - last);
        if (standing.isAgent(holder, holders, sentence, first, last)) {
            return AGENT - far;
        }
        if (isSpeaking(holder, sentence) && !holder.object()) {
            return SPEAKER - far;
        }
        boolean clause = passage.isParted(last, holder.head(), ',');
        if (!lexicon.verbFirst() && !clause) {
            return 0;
        }
        return BEHIND - far - (holder.object() ? OBJECT : 0);
    }

    /** Whether a verb of saying stands beside a name. */
    boolean isSpeaking(Holder holder, Sentence sentence) {
        for (int i = Math.max(sentence.from(), holder.head() - 2); i < holder.head(); i++) {
            if (lexicon.speech().has(passage.tokens(), i, sentence.to())) {
                return true;
            }
        }
        int left = SPEECH_BEHIND;
        for (int i = holder.last() + 1; i < sentence.to() && left > 0; i++) {
            if (lexicon.speech().has(passage.tokens(), i, sentence.to())) {
                return true;
            }
            var role = lexicon.roles().at(passage.tokens(), i, sentence.to());
            left -= role == null ? 1 : 0;
            i = role == null ? i : role.last();
        }
        return false;
    }

    /** Where a person is named with the state that acts, before the words or as a quotation's speaker, it is the person who speaks. */
    private Holder spokesman(Holder best, List<Holder> holders, Sentence sentence, int first) {
        if (best.person()) {
            return best;
        }
        for (var holder : holders) {
            if (holder.person()
                    && !holder.object()
                    && (holder.last() < first || (isQuoted(best, sentence) && isSpeaking(holder, sentence)))
                    && holder.side().equals(best.side())) {
                return holder;
            }
        }
        return best;
    }

    /** Whether a quotation begins before a name in its sentence. */
    private boolean isQuoted(Holder holder, Sentence sentence) {
        int from = sentence.from() == 0 ? 0 : passage.words().end(sentence.from() - 1);
        return passage.text()
                .substring(from, passage.words().start(holder.first()))
                .chars()
                .anyMatch(c -> "\"«“„「『".indexOf(c) >= 0);
    }

    /** Adds those who are named in one breath: with "and" or a comma between, nothing else. */
    private void with(Holder best, List<Holder> holders, int first, List<Holder> all) {
        Holder joined = best;
        for (int i = holders.indexOf(best) - 1; i >= 0 && isJoined(holders.get(i), joined); i--) {
            joined = holders.get(i);
            all.add(joined);
        }
        joined = best;
        for (int i = holders.indexOf(best) + 1;
                i < holders.size() && holders.get(i).last() < first;
                i++) {
            if (!isJoined(joined, holders.get(i))) {
                return;
            }
            joined = holders.get(i);
            all.add(joined);
        }
    }

    private boolean isJoined(Holder one, Holder other) {
        int between = other.head() - one.last() - 1;
        boolean and = between == 1 && lexicon.and().has(passage.tokens(), one.last() + 1, other.first());
        boolean comma = between == 0 && passage.gap(one.last()).contains(",");
        return !one.object() && !other.object() && !one.side().equals(other.side()) && (and || comma);
    }
}

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
    /** From a participle to its agent, with nothing but the agent's word between. */
    private static final int DIRECTLY = 2;

    private static final int PARTICIPLE = 4;
    /** An English participle that stands farther behind belongs to something else. */
    private static final int PARTICIPLE_REACH = 12;

    /** Words between an auxiliary and its participle. */
    private static final int AUXILIARY = 3;

    /** Words between a name and its verb of saying, offices not counted. */
    private static final int SPEECH_BEHIND = 3;

    /** Words from forces to whose they are. */
    private static final int UNITS = 4;

    /** Words of a relative clause before a name in it. */
    private static final int INSERTION = 6;

    /** Words between an owner and the words of its own stance, the genitive's s included. */
    private static final int OWN = 4;

    private static final double A_WORD = 0.15;
    private static final double LEAST = 1.5;

    private final Lexicon lexicon;
    private final Passage passage;

    Choice(Lexicon lexicon, Passage passage) {
        this.lexicon = lexicon;
        this.passage = passage;
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
            if ((holder.forces() && !stance.name().equals(Stance.SENDS)) || isOwnerOfElse(holder, first)) {
                continue;
            }
            boolean sent = stance.name().equals(Stance.SENDS)
                    && (holder.forces() || hasUnits(holder, sentence))
                    && holder.first() <= last + NEAR
                    && holder.last() >= first - NEAR;
            double score = sent ? SENT : score(holder, holders, sentence, first, last);
            if (!sent
                    && holder.last() < first
                    && (isOtherwise(holder, first, stance) || isInserted(holder, holders, first))) {
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

    /** "The president, who was in Riga, said": named in a clause that is put between somebody else and the words. */
    private boolean isInserted(Holder holder, List<Holder> holders, int first) {
        int start = holder.first();
        while (start > 0
                && holder.first() - start < INSERTION
                && !passage.gap(start - 1).contains(",")) {
            start--;
        }
        boolean relative = start > 0
                && start < holder.first()
                && passage.gap(start - 1).contains(",")
                && lexicon.relative().has(passage.tokens(), start, holder.first());
        int to = start;
        return relative
                && passage.isParted(holder.last(), first, ',')
                && holders.stream().anyMatch(h -> h.last() < to && !h.object());
    }

    /** "A battalion of the Polish defence ministry": forces of whomever the genitive names. */
    private boolean hasUnits(Holder holder, Sentence sentence) {
        int head = holder.head();
        if (head <= sentence.from()) {
            return false;
        }
        boolean genitive = lexicon.genitive().has(passage.tokens(), head - 1, head);
        boolean hasRole = false;
        for (int i = head - 1; i >= Math.max(sentence.from(), head - UNITS) && passage.isOneBreath(i); i--) {
            var forces = lexicon.forces().at(passage.tokens(), i, head);
            if (forces != null) {
                return genitive || forces.last() == head - 1 || hasRole;
            }
            hasRole |= lexicon.roles().has(passage.tokens(), i, head);
            if (!(genitive && i == head - 1) && lexicon.objects().has(passage.tokens(), i, head)) {
                return false;
            }
        }
        return false;
    }

    /** "Russia's war was condemned": whose something is named acts only where that is the stance itself, as in "Japan's support". */
    private boolean isOwnerOfElse(Holder holder, int first) {
        if (!holder.owner() || holder.first() >= first) {
            return false;
        }
        for (int i = holder.last() + 1; i < first; i++) {
            if (lexicon.objects().has(passage.tokens(), i, i + 1) && !passage.tokens()[i].equals("to")) {
                return true;
            }
        }
        return first - holder.last() > OWN;
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
        if (isAgentBefore(holder, sentence, first)) {
            return AGENT;
        }
        if (holder.last() < first && first - holder.last() > PARTICIPLE_REACH && passage.tokens()[first].endsWith("ing")) {
            return 0;
        }
        if (holder.last() < first) {
            return BEFORE - A_WORD * (first - holder.last()) - (holder.object() ? OBJECT : 0);
        }
        double far = A_WORD * (holder.head() - last);
        if (isAgent(holder, holders, sentence, first, last)) {
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

    /** "Condemned by": whoever stands behind the agent's word, soon after those of stance, unless these have a subject of their own. */
    private boolean isAgent(Holder holder, List<Holder> holders, Sentence sentence, int first, int last) {
        int far = holder.head() - last;
        boolean by = holder.head() > sentence.from()
                && far <= NEAR
                && !holder.owner()
                && lexicon.by().has(passage.tokens(), holder.head() - 1, sentence.to());
        boolean subject = holders.stream().anyMatch(h -> h.last() < first && !h.object());
        return by && (far == DIRECTLY || isPassive(sentence, first) || (!subject && far <= PARTICIPLE));
    }

    /** "Wurde von Paris verurteilt": an agent between auxiliary and participle. */
    private boolean isAgentBefore(Holder holder, Sentence sentence, int first) {
        return holder.last() < first
                && first - holder.last() <= AUXILIARY
                && holder.head() > sentence.from()
                && lexicon.by().has(passage.tokens(), holder.head() - 1, first)
                && isPassive(sentence, holder.head() - 1);
    }

    private boolean isPassive(Sentence sentence, int first) {
        for (int i = Math.max(sentence.from(), first - AUXILIARY); i < first; i++) {
            if (lexicon.passive().has(passage.tokens(), i, first)) {
                return true;
            }
        }
        return false;
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

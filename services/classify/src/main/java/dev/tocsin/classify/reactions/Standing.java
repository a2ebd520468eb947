package dev.tocsin.classify.reactions;

import dev.tocsin.classify.reactions.Passage.Sentence;
import java.util.List;

/** Tells how a name stands to the words around it: owner of what is named, agent behind "by", put in between, or whose forces. */
final class Standing {
    /** No more words than that are between an agent and a participle. */
    private static final int NEAR = 6;

    /** From a participle to its agent, with nothing but the agent's word between. */
    private static final int DIRECTLY = 2;

    private static final int PARTICIPLE = 4;

    /** Words between an auxiliary and its participle. */
    private static final int AUXILIARY = 3;

    /** Words from forces to whose they are. */
    private static final int UNITS = 4;

    /** Words of a relative clause before a name in it. */
    private static final int INSERTION = 6;

    /** Words between an owner and the words of its own stance, the genitive's s included. */
    private static final int OWN = 4;

    private final Lexicon lexicon;
    private final Passage passage;

    Standing(Lexicon lexicon, Passage passage) {
        this.lexicon = lexicon;
        this.passage = passage;
    }

    /** "The president, who was in Riga, said": named in a clause that is put between somebody else and the words. */
    boolean isInserted(Holder holder, List<Holder> holders, int first) {
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
    boolean hasUnits(Holder holder, Sentence sentence) {
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
    boolean isOwnerOfElse(Holder holder, int first) {
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

    /** "Condemned by": whoever stands behind the agent's word, soon after those of stance, unless these have a subject of their own. */
    boolean isAgent(Holder holder, List<Holder> holders, Sentence sentence, int first, int last) {
        int far = holder.head() - last;
        boolean by = holder.head() > sentence.from()
                && far <= NEAR
                && !holder.owner()
                && lexicon.by().has(passage.tokens(), holder.head() - 1, sentence.to());
        boolean subject = holders.stream().anyMatch(h -> h.last() < first && !h.object());
        return by && (far == DIRECTLY || isPassive(sentence, first) || (!subject && far <= PARTICIPLE));
    }

    /** "Wurde von Paris verurteilt": an agent between auxiliary and participle. */
    boolean isAgentBefore(Holder holder, Sentence sentence, int first) {
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
}

package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Entity;
import dev.tocsin.classify.reactions.Passage.Named;
import dev.tocsin.classify.reactions.Passage.Sentence;

/** Tells where a name's own words begin, with its titles, and whether what stands before them makes it merely spoken of. */
final class Titles {
    /** Words that titles before a name may have. */
    private static final int LONGEST = 12;

    private static final int ROLE_BEFORE = 4;
    private static final int SHORT = 3;

    private final Lexicon lexicon;
    private final Passage passage;

    Titles(Lexicon lexicon, Passage passage) {
        this.lexicon = lexicon;
        this.passage = passage;
    }

    /** Whether a name is spoken of, to or about, and does not act. */
    boolean isObject(Named name, int head, Sentence sentence) {
        boolean inCase = name.mention().inflected() && !name.mention().demonym() && !hasOffice(name, head);
        return (inCase || isAfterPreposition(head, sentence))
                && !actsAgain(name, sentence)
                && !isSource(name, head, sentence);
    }

    /** "В Кремле заявили", "From Paris they said": the place stands for those who speak there. */
    private boolean isSource(Named name, int head, Sentence sentence) {
        return head - 1 == sentence.from()
                && name.last() + 1 < sentence.to()
                && passage.isOneBreath(name.last())
                && lexicon.speech().has(passage.tokens(), name.last() + 1, sentence.to());
    }

    /** "Президент Турции": the case is that of the office's owner. */
    private boolean hasOffice(Named name, int head) {
        int behind = name.last() + 1;
        boolean before = head < name.first() && lexicon.roles().has(passage.tokens(), head, name.first());
        return name.mention().entity().type() != Entity.Type.PERSON
                && (before
                        || (passage.isOneBreath(name.last())
                                && behind < passage.tokens().length
                                && lexicon.roles().has(passage.tokens(), behind, passage.tokens().length)));
    }

    /** Goes back over titles, articles and the adjectives of states to where the name's own words begin. */
    int head(Named name, Sentence sentence) {
        var side = Holders.sideOf(name.mention().entity());
        int head = name.first();
        while (head > sentence.from() && name.first() - head < LONGEST && !isPause(head - 1)) {
            int before = head - 1;
            var token = passage.tokens()[before];
            if (lexicon.objects().has(passage.tokens(), before, sentence.to())) {
                int role = lexicon.genitive().has(passage.tokens(), before, sentence.to())
                        ? roleBefore(before, sentence)
                        : -1;
                if (role < 0) {
                    break;
                }
                head = role;
            } else if (lexicon.roles().has(passage.tokens(), before, sentence.to()) || isOfSide(before, side)) {
                head = before;
            } else if (token.length() <= SHORT
                    && Character.isAlphabetic(token.codePointAt(0))
                    && !Character.isIdeographic(token.codePointAt(0))
                    && !lexicon.and().has(passage.tokens(), before, sentence.to())
                    && !lexicon.relative().has(passage.tokens(), before, sentence.to())
                    && !lexicon.speech().has(passage.tokens(), before, sentence.to())) {
                head = before;
            } else {
                break;
            }
        }
        return head;
    }

    /** The title that a preposition links to its state, as in "minister of foreign affairs of". */
    private int roleBefore(int preposition, Sentence sentence) {
        for (int i = preposition - 1; i >= Math.max(sentence.from(), preposition - ROLE_BEFORE) && !isPause(i); i--) {
            if (lexicon.roles().has(passage.tokens(), i, sentence.to())) {
                return i;
            }
        }
        return -1;
    }

    private boolean isPause(int word) {
        var gap = passage.gap(word);
        return gap.contains(",") || gap.contains(";") || gap.contains(":");
    }

    /** Whether a word names the state or organisation that the name behind it belongs to. */
    private boolean isOfSide(int word, String side) {
        return passage.named().stream()
                .anyMatch(n -> n.first() <= word
                        && word <= n.last()
                        && Holders.sideOf(n.mention().entity()).equals(side));
    }

    /** "For Paris, ..." tells what Paris thinks. */
    boolean isOpinion(int head, Sentence sentence) {
        for (int i = head - 1; i >= Math.max(sentence.from(), head - 2); i--) {
            if ((i == sentence.from() || isPause(i - 1))
                    && lexicon.accordingTo().has(passage.tokens(), i, head)) {
                return true;
            }
        }
        return false;
    }

    /** "..., which said": whoever is spoken of acts in what follows. */
    private boolean actsAgain(Named name, Sentence sentence) {
        for (int i = name.last(); i < Math.min(sentence.to() - 1, name.last() + ROLE_BEFORE); i++) {
            if (passage.gap(i).contains(",")) {
                return lexicon.relative().has(passage.tokens(), i + 1, sentence.to());
            }
        }
        return false;
    }

    private boolean isAfterPreposition(int head, Sentence sentence) {
        return head > sentence.from()
                && !isPause(head - 1)
                && !isOpinion(head, sentence)
                && isObjectWord(head, sentence);
    }

    private boolean isObjectWord(int head, Sentence sentence) {
        for (int i = head - 1; i >= Math.max(sentence.from(), head - SHORT); i--) {
            var found = lexicon.objects().at(passage.tokens(), i, head);
            if (found != null && found.last() == head - 1) {
                return true;
            }
        }
        return false;
    }
}

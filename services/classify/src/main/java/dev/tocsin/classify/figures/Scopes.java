package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Links.Link;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a figure counts, as the claim contract names it. */
final class Scopes {
    static final String UNSPECIFIED = "unspecified";

    /** In this order: children of soldiers are children, and a policeman shot at a protest is police. */
    private static final Set<Marks> SCOPES =
            EnumSet.of(Marks.SECURITY, Marks.TROOPS, Marks.CIVILIANS, Marks.PROTESTERS, Marks.CHILDREN);

    private static final Set<Marks> SHARED = EnumSet.of(Marks.SECURITY, Marks.TROOPS, Marks.PROTESTERS);
    private static final int PHRASE = 8;
    private static final int CLAUSE = 14;
    /** Words from a toll to whose it is. */
    private static final int TOLL = 4;

    private final Sentence sentence;
    private final List<@Nullable Link> links;

    Scopes(Sentence sentence, List<@Nullable Link> links) {
        this.sentence = sentence;
        this.links = links;
    }

    String of(int q) {
        var mark = find(q);
        return mark == null ? UNSPECIFIED : mark.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Marks find(int q) {
        var link = links.get(q);
        if (link == null) {
            return null;
        }
        var own = phrase(link);
        if (own == null) {
            own = among(link);
        }
        if (own == null) {
            own = tollOf(link);
        }
        if (own == null) {
            own = owner(link);
        }
        return own == null && link.quantity().noun() < 0 ? shared(q, link) : own;
    }

    /** In the words that the number counts: 18 <i>members of the security forces</i>. */
    private @Nullable Marks phrase(Link link) {
        var quantity = link.quantity();
        int last = Math.min(sentence.size(), quantity.end() + PHRASE);
        int first = quantity.end();
        if (link.parent() >= 0 && sentence.length(first, Marks.AUXILIARY) > 0) {
            first = sentence.after(first);
        }
        for (int i = first; i < last; i = sentence.after(i)) {
            var mark = at(i);
            if (mark != null) {
                return mark == Marks.TROOPS ? guard(i) : mark;
            }
            boolean event = sentence.sense(i, Sense.Event.class) != null;
            if (event && link.role() == Sense.Role.COUNTED) {
                // 40 morti civili, 12 Tote Soldaten
                return sentence.after(i) < sentence.size() ? at(sentence.after(i)) : null;
            }
            boolean dash = link.parent() >= 0 && sentence.sign(i, "\u2013");
            boolean glue = dash || sentence.sign(i, "-") || sentence.sign(i, "\"") || sentence.sign(i, ".");
            if (event || sentence.isSign(i) && !glue || ends(i)) {
                return null;
            }
        }
        return null;
    }

    /** Soldiers <i>of the national guard</i> are security. */
    private Marks guard(int at) {
        for (int i = sentence.after(at); i < Math.min(sentence.size(), at + 4); i = sentence.after(i)) {
            if (sentence.length(i, Marks.SECURITY) > 0) {
                return Marks.SECURITY;
            }
            boolean joined = sentence.length(i, Marks.FILLER) > 0;
            if (joined || sentence.isSign(i) || ends(i) || sentence.sense(i, Sense.Event.class) != null) {
                break;
            }
        }
        return Marks.TROOPS;
    }

    private boolean ends(int at) {
        return sentence.length(at, Marks.PREPOSITION) > 0
                || sentence.length(at, Marks.BARRIER) > 0
                || sentence.length(at, Marks.AND) > 0
                || sentence.length(at, Marks.AUXILIARY) > 0
                || sentence.length(at, Marks.RELATIVE) > 0
                || sentence.length(at, Marks.ARTICLE) > 0 && !sentence.is(at - 1, Marks.OF)
                || sentence.token(at).kind() == Token.Kind.DIGITS;
    }

    private @Nullable Marks at(int at) {
        if (sentence.length(at, Marks.INCLUDING) == 0) {
            for (var mark : SCOPES) {
                if (sentence.is(at, mark)) {
                    return mark;
                }
            }
        }
        return null;
    }

    /** 18 dead and 700 wounded <i>among the security forces</i>. */
    private @Nullable Marks among(Link link) {
        int from = Math.max(link.at(), link.quantity().end());
        for (int i = from; i < Math.min(sentence.size(), from + CLAUSE); i++) {
            if (sentence.length(i, Marks.BARRIER) > 0) {
                return null;
            }
            if (sentence.length(i, Marks.AMONG) > 0) {
                for (int j = sentence.after(i); j < Math.min(sentence.size(), i + 4); j++) {
                    if (at(j) != null) {
                        return at(j);
                    }
                }
            }
        }
        return null;
    }

    /** The death toll of the <i>security forces</i> rises to 18. */
    private @Nullable Marks tollOf(Link link) {
        if (link.role() != Sense.Role.TOLL || link.at() > link.quantity().from()) {
            return null;
        }
        int last = Math.min(link.quantity().from(), sentence.after(link.at()) + TOLL);
        for (int i = sentence.after(link.at()); i < last; i++) {
            if (at(i) != null) {
                return at(i);
            }
            if (sentence.length(i, Marks.AUXILIARY) > 0
                    || sentence.length(i, Marks.REACHED) > 0 && !sentence.is(i, Marks.OF)) {
                return null;
            }
        }
        return null;
    }

    /** The <i>security forces</i>, for their part, count 18. */
    private @Nullable Marks owner(Link link) {
        int from = link.quantity().from();
        int verb = -1;
        for (int i = from - 1; i >= Math.max(0, from - 7) && verb < 0; i--) {
            verb = sentence.length(i, Marks.SUFFERED) > 0 ? i : -1;
        }
        for (int i = verb - 1; verb > 0 && i >= Math.max(0, verb - 8); i--) {
            if (at(i) != null) {
                return at(i);
            }
        }
        return null;
    }

    /** 18 policemen were killed and 748 injured: what is left out the second time is the same. */
    private @Nullable Marks shared(int q, Link link) {
        for (int p = q - 1; p >= 0; p--) {
            var before = links.get(p);
            if (before == null || before.parent() >= 0) {
                continue;
            }
            boolean joined = link.parent() < 0 && sentence.is(link.quantity().from() - 1, Marks.AND);
            boolean near = link.quantity().from() - before.quantity().end() <= CLAUSE;
            var mark = joined && near ? find(p) : null;
            return mark != null && SHARED.contains(mark) ? mark : null;
        }
        return null;
    }
}

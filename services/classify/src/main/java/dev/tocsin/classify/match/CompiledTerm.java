package dev.tocsin.classify.match;

import dev.tocsin.contracts.Field;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * A term of a pack, ready to be matched.
 *
 * @param pack the pack's place in the list of packs
 * @param signal the signal's place in its pack
 * @param written the term as the pack writes it
 * @param anchors groups of words, of each of which a text must have one; empty where every text must be tried
 */
record CompiledTerm(int pack, int signal, String written, Query inTitle, Query inText, List<Set<Anchor>> anchors) {
    Query in(Field field) {
        return field == Field.TITLE ? inTitle : inText;
    }
}

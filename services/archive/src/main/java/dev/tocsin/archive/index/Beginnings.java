package dev.tocsin.archive.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Counts the words that begin alike, before anybody reads all of them. */
final class Beginnings {
    private Beginnings() {}

    /** How many words of a field begin so, in each part of the index; no further than to the most. */
    static int count(IndexReader reader, String field, String beginning, int most) throws IOException {
        var prefix = new BytesRef(beginning);
        int count = 0;
        for (var leaf : reader.leaves()) {
            var terms = leaf.reader().terms(field);
            if (terms == null) {
                continue;
            }
            var words = terms.iterator();
            if (words.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
                continue;
            }
            int here = 0;
            for (var word = words.term(); word != null && StringHelper.startsWith(word, prefix); word = words.next()) {
                if (++here >= most) {
                    return most;
                }
            }
            count = Math.max(count, here);
        }
        return count;
    }
}

package dev.tocsin.classify.match;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Passes words on into the index and notes which terms they are anchors of. */
final class AnchorFilter extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final Anchors anchors;
    private final boolean exact;
    private final BitSet found;

    AnchorFilter(TokenStream input, Anchors anchors, boolean exact, BitSet found) {
        super(input);
        this.anchors = anchors;
        this.exact = exact;
        this.found = found;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        anchors.find(exact, word.buffer(), word.length(), found);
        return true;
    }
}

package dev.tocsin.archive.text;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words as they stand, without regard to case, accents and the vowel marks of Arabic, in any script. An apostrophe parts words; of
 * scripts without spaces each sign is a word.
 */
public final class PlainAnalyzer extends Analyzer {
    /** Between the title and the text, so that no phrase reaches from one into the other. */
    private static final int GAP = 100;

    private static final NormalizeCharMap LETTERS = letters();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = new StandardTokenizer();
        // lowers the letters of all scripts, and takes the accents off Greek ones
        var lower = new GreekLowerCaseFilter(tokens);
        return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(new ArabicNormalizationFilter(lower)));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(LETTERS, reader);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    // one character for one character: offsets stay what they are
    private static NormalizeCharMap letters() {
        var letters = new NormalizeCharMap.Builder();
        "'’‘ʼ`".chars().forEach(c -> letters.add(Character.toString(c), " "));
        letters.add("ё", "е");
        letters.add("Ё", "Е");
        return letters.build();
    }
}

package dev.tocsin.classify.match;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words as they stand, in lower case and without accents, for every language: {@code Tokaïev} is {@code tokaiev},
 * {@code ё} is {@code е}. An apostrophe parts words, so that {@code Kazakhstan's} and {@code l'OTSC} hold the name.
 */
final class ExactAnalyzer extends Analyzer {
    private static final NormalizeCharMap LETTERS = letters();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(tokenizer, normalize(field, tokenizer));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(LETTERS, reader);
    }

    @Override
    protected Reader initReaderForNormalization(String field, Reader reader) {
        return new MappingCharFilter(LETTERS, reader);
    }

    // one character for one character: offsets stay what they are
    private static NormalizeCharMap letters() {
        var map = new NormalizeCharMap.Builder();
        for (var apostrophe : new String[] {"'", "\u2019", "\u2018", "\u02bc", "`"}) {
            map.add(apostrophe, " ");
        }
        map.add("ё", "е");
        map.add("Ё", "Е");
        return map.build();
    }
}

package dev.tocsin.classify.match;

import dev.tocsin.contracts.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** One article as an index in memory, to be asked where a term matches. */
final class AnalyzedArticle {
    private final IndexSearcher searcher;
    private final LeafReaderContext leaf;

    /** Where a term matched: UTF-16 units of the field. */
    record Span(int start, int end) {}

    AnalyzedArticle(LanguageTerms language, @Nullable String title, String text) {
        var index = new MemoryIndex(true);
        if (title != null) {
            add(index, language, Field.TITLE, title);
        }
        add(index, language, Field.TEXT, text);
        searcher = index.createSearcher();
        searcher.setQueryCache(null);
        leaf = searcher.getIndexReader().leaves().getFirst();
    }

    private static void add(MemoryIndex index, LanguageTerms language, Field field, String value) {
        index.addField(FieldNames.exact(field), value, language.exact());
        var stemming = language.stemming();
        if (stemming != null) {
            index.addField(FieldNames.stemmed(field), value, stemming);
        }
    }

    /**
     * Where a term matches a field.
     *
     * @param limit the most spans wanted
     * @return null where it does not match
     */
    @Nullable
    List<Span> match(CompiledTerm term, Field field, int limit) {
        try {
            var query = searcher.rewrite(term.in(field));
            var matches = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1)
                    .matches(leaf, 0);
            return matches == null ? null : spans(matches, field, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the index is in memory
        }
    }

    private static List<Span> spans(Matches matches, Field field, int limit) throws IOException {
        var spans = new ArrayList<Span>();
        for (var name : List.of(FieldNames.stemmed(field), FieldNames.exact(field))) {
            var iterator = matches.getMatches(name);
            while (iterator != null && spans.size() < limit && iterator.next()) {
                spans.add(new Span(iterator.startOffset(), iterator.endOffset()));
            }
        }
        return spans;
    }
}

package dev.tocsin.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Where the words of a search stand in the articles that it found, as the index knows it: no text is read again. */
final class Highlights {
    private static final int MOST = 200;

    private final List<LeafReaderContext> leaves;
    private final Weight weight;

    Highlights(IndexSearcher searcher, Query wanted) throws IOException {
        leaves = searcher.getIndexReader().leaves();
        weight = searcher.createWeight(searcher.rewrite(wanted), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    Hits.Hit of(int document, String id) throws IOException {
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        int inLeaf = document - leaf.docBase;
        var revisions = DocValues.getNumeric(leaf.reader(), Names.REVISION);
        long revision = revisions.advanceExact(inLeaf) ? revisions.longValue() : 0;
        var matches = weight.matches(leaf, inLeaf);
        return matches == null
                ? new Hits.Hit(id, revision, List.of(), List.of())
                : new Hits.Hit(id, revision, spans(matches, Names.TITLE), spans(matches, Names.TEXT));
    }

    private static List<Span> spans(Matches matches, String field) throws IOException {
        var found = matches.getMatches(field);
        var spans = new ArrayList<Span>();
        while (found != null && spans.size() < MOST && found.next()) {
            var span = new Span(found.startOffset(), found.endOffset());
            if (span.start() >= 0 && (spans.isEmpty() || !spans.getLast().equals(span))) {
                spans.add(span);
            }
        }
        return List.copyOf(spans);
    }
}

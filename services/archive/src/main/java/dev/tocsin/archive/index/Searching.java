package dev.tocsin.archive.index;

import dev.tocsin.archive.search.Place;
import dev.tocsin.archive.search.Search;
import dev.tocsin.archive.text.Asking;
import dev.tocsin.archive.text.Stemmers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search on one state of the index. */
final class Searching {
    /** So many articles are counted; beyond, a search need not look at all of them. */
    private static final int COUNTED = 1_000;

    private final IndexSearcher searcher;
    private final Asking asking;
    private final Search search;
    private final boolean ranked;

    Searching(IndexSearcher searcher, Asking asking, Search search) {
        this.searcher = searcher;
        this.asking = asking;
        this.search = search;
        // without words all fit equally well
        ranked = search.sort() == Search.Sort.BEST && search.wanted() != null;
    }

    Hits run(@Nullable Collection<String> among) throws IOException {
        var after = search.after();
        var maker = new QueryMaker(
                searcher.getIndexReader(), asking, languages(), ranked, after == null ? List.of() : after.weights());
        Query wanted = search.wanted() == null ? new MatchAllDocsQuery() : maker.of(search.wanted());
        var whole = new BooleanQuery.Builder().add(wanted, Occur.MUST);
        Values.of(search.filters(), among).forEach(filter -> whole.add(filter, Occur.FILTER));

        var top = new TopFieldCollectorManager(sort(), search.limit() + 1, after(after), COUNTED);
        Map<String, List<Hits.Count>> facets = Map.of();
        TopFieldDocs found;
        if (search.facets()) {
            var counting = new FacetCounts();
            var both = searcher.search(whole.build(), new MultiCollectorManager(top, counting));
            found = (TopFieldDocs) both[0];
            facets = FacetCounts.result(both[1]);
        } else {
            found = searcher.search(whole.build(), top);
        }
        return hits(found, wanted, facets, maker.weights());
    }

    private Hits hits(TopFieldDocs found, Query wanted, Map<String, List<Hits.Count>> facets, List<Float> weights)
            throws IOException {
        var places = new Highlights(searcher, wanted);
        var hits = new ArrayList<Hits.Hit>();
        int shown = Math.min(search.limit(), found.scoreDocs.length);
        for (int i = 0; i < shown; i++) {
            var document = (FieldDoc) found.scoreDocs[i];
            hits.add(places.of(document.doc, id(document)));
        }
        boolean more = found.scoreDocs.length > shown;
        var last = more ? (FieldDoc) found.scoreDocs[shown - 1] : null;
        return new Hits(
                hits,
                found.totalHits.value(),
                found.totalHits.relation() == TotalHits.Relation.EQUAL_TO,
                facets,
                last == null ? null : place(last, weights));
    }

    private Sort sort() {
        var newest = new SortField(Names.AT, SortField.Type.LONG, true);
        var id = new SortField(Names.ID, SortField.Type.STRING, true);
        return ranked ? new Sort(SortField.FIELD_SCORE, newest, id) : new Sort(newest, id);
    }

    /** Any document of this place is before those that come after it: no two have the same id. */
    private @Nullable FieldDoc after(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        Object at = place.at().toEpochMilli();
        Object id = new BytesRef(place.id());
        var fields = ranked ? new Object[] {place.score(), at, id} : new Object[] {at, id};
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields);
    }

    private Place place(FieldDoc document, List<Float> weights) {
        int at = ranked ? 1 : 0;
        return new Place(
                ranked ? (Float) document.fields[0] : 0,
                Instant.ofEpochMilli((Long) document.fields[at]),
                id(document),
                ranked ? weights : List.of());
    }

    private static String id(FieldDoc document) {
        return ((BytesRef) document.fields[document.fields.length - 1]).utf8ToString();
    }

    /** Of the articles that are there, or of the one language that is wanted. */
    private Set<String> languages() throws IOException {
        var languages = new HashSet<String>();
        // names that were recognised are English, whatever the language of the article
        languages.add("en");
        var only = search.filters().language();
        if (only != null) {
            languages.add(Stemmers.base(only));
            return Stemmers.among(languages);
        }
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), Names.LANGUAGE);
        if (terms != null) {
            var tags = terms.iterator();
            for (var tag = tags.next(); tag != null; tag = tags.next()) {
                languages.add(Stemmers.base(tag.utf8ToString()));
            }
        }
        return Stemmers.among(languages);
    }
}

package dev.tocsin.archive.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts the values of topic, language, source and country among the articles that fit. */
final class FacetCounts implements CollectorManager<FacetCounts.Counter, Map<String, List<Hits.Count>>> {
    private static final List<String> FIELDS = List.of(Names.TOPIC, Names.LANGUAGE, Names.SOURCE, Names.COUNTRY);
    private static final int MOST = 12;

    @Override
    public Counter newCollector() {
        return new Counter();
    }

    @Override
    public Map<String, List<Hits.Count>> reduce(Collection<Counter> counters) throws IOException {
        var counts = new LinkedHashMap<String, List<Hits.Count>>();
        for (int i = 0; i < FIELDS.size(); i++) {
            var all = new HashMap<String, Integer>();
            for (var counter : counters) {
                counter.flush();
                counter.counts.get(i).forEach((value, n) -> all.merge(value, n, Integer::sum));
            }
            counts.put(FIELDS.get(i), most(all));
        }
        return counts;
    }

    /** What {@link #reduce} made, where it comes back among the results of others. */
    @SuppressWarnings("unchecked")
    static Map<String, List<Hits.Count>> result(Object reduced) {
        return (Map<String, List<Hits.Count>>) reduced;
    }

    private static List<Hits.Count> most(Map<String, Integer> all) {
        return all.entrySet().stream()
                .map(e -> new Hits.Count(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(Hits.Count::articles).reversed().thenComparing(Hits.Count::value))
                .limit(MOST)
                .toList();
    }

    /** Counts by number, and names the numbers of a part of the index when it leaves it. */
    static final class Counter extends SimpleCollector {
        private final List<Map<String, Integer>> counts =
                FIELDS.stream().<Map<String, Integer>>map(f -> new HashMap<>()).toList();
        private final @Nullable SortedSetDocValues[] values = new SortedSetDocValues[FIELDS.size()];
        private final int[][] seen = new int[FIELDS.size()][0];

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            flush();
            for (int i = 0; i < FIELDS.size(); i++) {
                var here = FIELDS.get(i).equals(Names.TOPIC)
                        ? DocValues.getSortedSet(leaf.reader(), FIELDS.get(i))
                        : DocValues.singleton(DocValues.getSorted(leaf.reader(), FIELDS.get(i)));
                values[i] = here;
                seen[i] = new int[(int) here.getValueCount()];
            }
        }

        @Override
        public void collect(int document) throws IOException {
            for (int i = 0; i < FIELDS.size(); i++) {
                var here = values[i];
                if (here != null && here.advanceExact(document)) {
                    for (int n = here.docValueCount(); n > 0; n--) {
                        seen[i][(int) here.nextOrd()]++;
                    }
                }
            }
        }

        void flush() throws IOException {
            for (int i = 0; i < FIELDS.size(); i++) {
                var here = values[i];
                for (int ord = 0; here != null && ord < seen[i].length; ord++) {
                    if (seen[i][ord] > 0) {
                        counts.get(i).merge(here.lookupOrd(ord).utf8ToString(), seen[i][ord], Integer::sum);
                    }
                }
                seen[i] = new int[0];
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}

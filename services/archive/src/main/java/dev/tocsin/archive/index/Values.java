package dev.tocsin.archive.index;

import dev.tocsin.archive.search.Expression.Field;
import dev.tocsin.archive.search.Search;
import dev.tocsin.archive.text.Asking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Queries for fields that hold values, not words. */
final class Values {
    private static final Set<Field> FIELDS =
            Set.of(Field.LANGUAGE, Field.TOPIC, Field.SOURCE, Field.COUNTRY, Field.RELIABILITY);

    private Values() {}

    static boolean isOf(Field field) {
        return FIELDS.contains(field);
    }

    /** A value; of a source its id, or words of its name. */
    static Query query(Field field, String value, Asking asking) {
        if (field == Field.RELIABILITY) {
            return grades(value);
        }
        var exact = term(name(field), value);
        if (field != Field.SOURCE) {
            return exact;
        }
        var words = asking.plain(value);
        return new BooleanQuery.Builder()
                .add(exact, Occur.SHOULD)
                .add(new PhraseQuery(Names.SOURCE_NAME, words.toArray(String[]::new)), Occur.SHOULD)
                .build();
    }

    static Query prefix(Field field, String value) {
        return new PrefixQuery(new Term(name(field), value.toLowerCase(Locale.ROOT)));
    }

    /**
     * What holds beside the words.
     *
     * @param among the ids that a story has; null for no limit
     */
    static List<Query> of(Search.Filters filters, @Nullable Collection<String> among) {
        var all = new ArrayList<Query>();
        add(all, Names.TOPIC, filters.topic());
        add(all, Names.LANGUAGE, filters.language());
        add(all, Names.SOURCE, filters.source());
        add(all, Names.COUNTRY, filters.country());
        add(all, Names.ACTOR_ID, filters.actor());
        if (filters.reliability() != null) {
            all.add(grades(filters.reliability()));
        }
        if (among != null) {
            all.add(new TermInSetQuery(
                    Names.ID, among.stream().map(BytesRef::new).toList()));
        }
        if (filters.from() != null || filters.to() != null) {
            all.add(LongPoint.newRangeQuery(
                    Names.AT,
                    filters.from() == null ? Long.MIN_VALUE : filters.from().toEpochMilli(),
                    filters.to() == null ? Long.MAX_VALUE : filters.to().toEpochMilli() - 1));
        }
        return all;
    }

    private static void add(List<Query> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(term(field, value));
        }
    }

    /** One grade, or all between two. */
    private static Query grades(String value) {
        var ends = value.toLowerCase(Locale.ROOT).split("-", 2);
        return ends.length == 1
                ? term(Names.RELIABILITY, value)
                : TermRangeQuery.newStringRange(Names.RELIABILITY, ends[0], ends[1], true, true);
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value.toLowerCase(Locale.ROOT)));
    }

    private static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}

package dev.tocsin.archive.index;

import dev.tocsin.archive.search.Expression;
import dev.tocsin.archive.search.SearchSyntaxException;
import dev.tocsin.archive.search.SearchSyntaxException.Reason;
import dev.tocsin.archive.text.Asked;
import dev.tocsin.archive.text.Asking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Makes a query of a search, with each word in the forms that the index has of it. For one search. */
final class QueryMaker {
    private static final int MOST_BEGINNINGS = 5_000;
    private static final int MOST_PHRASE_WORDS = 20;
    private static final float TITLE = 2;

    private final IndexReader reader;
    private final Asking asking;
    private final Set<String> languages;
    private final boolean ranked;
    private final List<Float> given;
    private final List<Float> weights = new ArrayList<>();

    /**
     * For one search.
     *
     * @param languages whose stems are looked for
     * @param ranked whether the best come first
     * @param given the weights that the first page was ranked with; empty for a first page
     */
    QueryMaker(IndexReader reader, Asking asking, Set<String> languages, boolean ranked, List<Float> given) {
        this.reader = reader;
        this.asking = asking;
        this.languages = languages;
        this.ranked = ranked;
        this.given = given;
    }

    Query of(Expression wanted) throws IOException {
        return of(wanted, null);
    }

    /** What the words of the search were ranked with, in their order. */
    List<Float> weights() {
        return weights;
    }

    private Query of(Expression wanted, Expression.@Nullable Field field) throws IOException {
        return switch (wanted) {
            case Expression.All(List<Expression> parts) -> all(parts, field);
            case Expression.Any(List<Expression> parts) -> {
                var any = new BooleanQuery.Builder();
                for (var part : parts) {
                    any.add(of(part, field), Occur.SHOULD);
                }
                yield any.build();
            }
            case Expression.Not(Expression part) ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.FILTER)
                        .add(of(part, field), Occur.MUST_NOT)
                        .build();
            case Expression.In(Expression.Field named, Expression part) -> of(part, named);
            case Expression.Word(String text, int start, int end) -> words(text, false, start, end, field);
            case Expression.Phrase(String text, int start, int end) -> words(text, true, start, end, field);
            case Expression.Prefix(String text, int start, int end) -> prefix(text, start, end, field);
        };
    }

    private Query all(List<Expression> parts, Expression.@Nullable Field field) throws IOException {
        var all = new BooleanQuery.Builder();
        boolean anySays = parts.stream().anyMatch(part -> !(part instanceof Expression.Not) && !isEmpty(part, field));
        boolean positive = false;
        for (var part : parts) {
            if (part instanceof Expression.Not(Expression denied)) {
                all.add(of(denied, field), Occur.MUST_NOT);
            } else {
                positive = true;
                // "the" need not stand in an article of another language
                all.add(of(part, field), anySays && isEmpty(part, field) ? Occur.SHOULD : Occur.MUST);
            }
        }
        return positive
                ? all.build()
                : all.add(new MatchAllDocsQuery(), Occur.FILTER).build();
    }

    private boolean isEmpty(Expression part, Expression.@Nullable Field field) {
        boolean inWords = field == null || field == Expression.Field.TITLE;
        if (inWords && part instanceof Expression.Word(String text, int start, int end)) {
            var words = asking.words(text, languages);
            return words.size() == 1 && words.getFirst().empty();
        }
        return false;
    }

    private Query words(String text, boolean quoted, int start, int end, Expression.@Nullable Field field)
            throws IOException {
        if (field != null && Values.isOf(field)) {
            return weighted(Values.query(field, text, asking), 1);
        }
        var words = asking.words(text, languages);
        if (words.isEmpty()) {
            throw new SearchSyntaxException(
                    Reason.NO_WORD, start, end, "there is no word in this; words are made of letters and digits");
        }
        if (words.size() > MOST_PHRASE_WORDS) {
            throw new SearchSyntaxException(
                    Reason.PHRASE_TOO_LONG,
                    start,
                    end,
                    "a phrase has at most " + MOST_PHRASE_WORDS + " words; shorten it");
        }
        boolean asItStands = quoted && words.size() == 1;
        var name = field == null ? Names.TEXT : field.name().toLowerCase(Locale.ROOT);
        float weight = 0;
        for (var word : words) {
            weight += rarity(name, word, asItStands);
        }
        return anywhere(weight, name, field, at -> orId(field, text, phrase(at, words, asItStands)));
    }

    private static Query orId(Expression.@Nullable Field field, String text, Query words) {
        if (field != Expression.Field.ACTOR && field != Expression.Field.PLACE) {
            return words;
        }
        var ids = field == Expression.Field.ACTOR ? Names.ACTOR_ID : Names.PLACE_ID;
        return new BooleanQuery.Builder()
                .add(words, Occur.SHOULD)
                .add(new TermQuery(new Term(ids, text.toLowerCase(Locale.ROOT))), Occur.SHOULD)
                .build();
    }

    private interface InField {
        Query of(String field) throws IOException;
    }

    /** In a field; where none was named, what stands in the title ranks higher. */
    private Query anywhere(float rarity, String name, Expression.@Nullable Field field, InField query)
            throws IOException {
        float weight = next(rarity);
        if (field != null || !ranked) {
            return ranked ? new BoostQuery(query.of(name), weight) : query.of(name);
        }
        return new BooleanQuery.Builder()
                .add(new BoostQuery(query.of(name), weight), Occur.MUST)
                .add(new BoostQuery(query.of(Names.TITLE), TITLE * weight), Occur.SHOULD)
                .build();
    }

    private Query weighted(Query query, float rarity) {
        float weight = next(rarity);
        return ranked ? new BoostQuery(query, weight) : query;
    }

    private float next(float rarity) {
        float weight = weights.size() < given.size() ? given.get(weights.size()) : rarity;
        weights.add(weight);
        return weight;
    }

    private Query phrase(String field, List<Asked> words, boolean asItStands) throws IOException {
        var phrase = new MultiPhraseQuery.Builder();
        for (var word : words) {
            var forms = forms(field, word, asItStands);
            if (forms.isEmpty()) {
                return new MatchNoDocsQuery("no article has " + word.plain());
            }
            if (words.size() == 1) {
                var synonyms = new SynonymQuery.Builder(field);
                forms.forEach(form -> synonyms.addTerm(form, Asked.weight(form.text())));
                return synonyms.build();
            }
            phrase.add(forms.toArray(Term[]::new));
        }
        return phrase.build();
    }

    private List<Term> forms(String field, Asked word, boolean asItStands) throws IOException {
        var forms = new ArrayList<Term>();
        for (var form : asItStands ? Set.of(word.plain()) : word.forms()) {
            var term = new Term(field, form);
            if (reader.docFreq(term) > 0) {
                forms.add(term);
            }
        }
        return forms;
    }

    /** Of the form that most articles have: ln(1 + (N − n + ½) / (n + ½)), as in BM25. */
    private float rarity(String field, Asked word, boolean asItStands) throws IOException {
        int most = 0;
        for (var form : forms(field, word, asItStands)) {
            most = Math.max(most, reader.docFreq(form));
        }
        double all = Math.max(most, reader.numDocs());
        return (float) Math.log(1 + (all - most + 0.5) / (most + 0.5));
    }

    private Query prefix(String text, int start, int end, Expression.@Nullable Field field) throws IOException {
        if (field != null && Values.isOf(field)) {
            return weighted(Values.prefix(field, text), 1);
        }
        var beginning = asking.prefix(text);
        if (beginning.isEmpty()) {
            throw new SearchSyntaxException(
                    Reason.PREFIX_PARTED, start, end, "this is not the beginning of one word; in parts it would be");
        }
        var name = field == null ? Names.TEXT : field.name().toLowerCase(Locale.ROOT);
        if (Beginnings.count(reader, name, beginning, MOST_BEGINNINGS) >= MOST_BEGINNINGS) {
            throw new SearchSyntaxException(
                    Reason.PREFIX_TOO_COMMON,
                    start,
                    end,
                    "more than " + MOST_BEGINNINGS + " words begin so; write more letters before the *");
        }
        return anywhere(1, name, field, at -> new PrefixQuery(new Term(at, beginning)));
    }
}

package dev.tocsin.classify.match;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.MatchAllDocsQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.builders.StandardQueryTreeBuilder;
import org.apache.lucene.queryparser.flexible.standard.config.StandardQueryConfigHandler.Operator;
import org.apache.lucene.queryparser.flexible.standard.nodes.PrefixWildcardQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.WildcardQueryNode;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;

/**
 * Reads a term of a pack: Lucene's standard query syntax, where words side by side must all occur. Words and phrases go
 * through the language's analyzer; {@code prefix*} is matched against words as they stand, because an ending that the
 * analyzer takes away could never be found.
 */
final class TermParser {
    private static final Map<Class<? extends QueryNode>, String> REFUSED = Map.of(
            FuzzyQueryNode.class, "'~' after a word (fuzzy) is not supported: list the spellings, or use prefix*",
            RegexpQueryNode.class, "/regular expressions/ are not supported: use prefix*, or escape '/' as '\\/'",
            TermRangeQueryNode.class, "ranges are not supported: escape '[', '{', '<' and '>' with '\\'",
            BoostQueryNode.class, "'^' is not supported: give the term a signal with its own weight",
            MatchAllDocsQueryNode.class, "'*:*' would match every article: name a word");

    private final StandardQueryParser parser;
    private final Analyzer exact;

    /** @param stemmed the analyzer of fields that are not exact */
    TermParser(Analyzer stemmed, Analyzer exact) {
        this.exact = exact;
        parser = new StandardQueryParser(new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return FieldNames.isExact(field) ? exact : stemmed;
            }
        });
        parser.setDefaultOperator(Operator.AND);
        parser.setAllowLeadingWildcard(false);
        parser.setQueryBuilder(builder());
    }

    /**
     * The query of a term.
     *
     * @param field the index field that it searches
     * @throws QueryNodeException saying what is wrong with it
     */
    Query parse(String term, String field) throws QueryNodeException {
        return parser.parse(term, field);
    }

    private StandardQueryTreeBuilder builder() {
        var builder = new StandardQueryTreeBuilder();
        builder.setBuilder(PrefixWildcardQueryNode.class, node -> {
            var text = ((FieldQueryNode) node).getTextAsString();
            return new PrefixQuery(exactTerm(node, text.substring(0, text.length() - 1)));
        });
        builder.setBuilder(
                WildcardQueryNode.class,
                node -> new WildcardQuery(exactTerm(node, ((FieldQueryNode) node).getTextAsString())));
        REFUSED.forEach((type, reason) -> builder.setBuilder(type, node -> {
            throw new QueryNodeException(new IllegalArgumentException(reason));
        }));
        return builder;
    }

    private Term exactTerm(QueryNode node, String text) {
        var field = FieldNames.exact(((FieldQueryNode) node).getFieldAsString());
        return new Term(field, exact.normalize(field, text));
    }
}

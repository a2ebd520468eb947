package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Finds the anchors of a query: groups of words, of each of which a text must have one for the query to match. Thousands
 * of queries can so be passed over with one look-up a word of the text.
 */
final class AnchorFinder extends QueryVisitor {
    /** What one clause needs: one of these words, or, when it is unbounded, nothing that can be named. */
    private record Need(Set<Anchor> anyOf, boolean unbounded) {
        int shortest() {
            return anyOf.stream().mapToInt(a -> a.text().length()).min().orElse(0);
        }
    }

    private final boolean all;
    private final boolean optional;
    private final List<Need> leaves = new ArrayList<>();
    private final List<AnchorFinder> groups = new ArrayList<>();
    private final Set<String> fields;

    private AnchorFinder(boolean all, boolean optional, Set<String> fields) {
        this.all = all;
        this.optional = optional;
        this.fields = fields;
    }

    /**
     * The anchors of a query, and the fields that it looks in.
     *
     * @param groups empty where no word can be named; the query has then to be tried on every text
     * @param matchable false where it could never match: it asks for nothing
     */
    record Found(List<Set<Anchor>> groups, Set<String> fields, boolean matchable) {}

    static Found in(Query query) {
        var finder = new AnchorFinder(true, false, new HashSet<>());
        query.visit(finder);
        var needs = finder.needs();
        var named = needs.stream()
                .filter(n -> !n.unbounded())
                .map(Need::anyOf)
                .distinct()
                .toList();
        return new Found(named, finder.fields, !needs.isEmpty());
    }

    @Override
    public boolean acceptField(String field) {
        fields.add(field);
        return true;
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
        if (occur == Occur.MUST_NOT) {
            return EMPTY_VISITOR;
        }
        boolean any = occur == Occur.SHOULD;
        var group = new AnchorFinder(!any, any && parent instanceof BooleanQuery, fields);
        groups.add(group);
        return group;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
        for (var term : terms) {
            add(term.field(), term.text(), false);
        }
    }

    @Override
    public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> automaton) {
        switch (query) {
            case PrefixQuery prefix -> add(field, prefix.getPrefix().text(), true);
            case WildcardQuery wildcard -> add(field, wildcard.getTerm().text().replaceFirst("[*?\\\\].*", ""), true);
            default -> leaves.add(new Need(Set.of(), true));
        }
    }

    @Override
    public void visitLeaf(Query query) {
        if (!(query instanceof org.apache.lucene.search.MatchNoDocsQuery)) {
            leaves.add(new Need(Set.of(), true));
        }
    }

    private void add(String field, String text, boolean prefix) {
        fields.add(field);
        leaves.add(new Need(Set.of(new Anchor(FieldNames.isExact(field), text, prefix)), false));
    }

    /** All of them have to be met; empty where nothing is asked for. */
    private List<Need> needs() {
        var ofGroups = groups.stream()
                .filter(group -> !(all && group.optional && hasRequired()))
                .map(AnchorFinder::needs)
                .filter(needs -> !needs.isEmpty());
        if (all) {
            return Stream.concat(leaves.stream(), ofGroups.flatMap(List::stream))
                    .toList();
        }
        // any will do: one word of each that fewest texts have
        var any = Stream.concat(leaves.stream(), ofGroups.map(AnchorFinder::rarest))
                .toList();
        return any.isEmpty() ? any : List.of(union(any));
    }

    private boolean hasRequired() {
        return !leaves.isEmpty()
                || groups.stream().anyMatch(g -> !g.optional && !g.needs().isEmpty());
    }

    /** Of needs that must all be met, the one that fewest texts will meet: few words, long ones. */
    private static Need rarest(List<Need> needs) {
        return needs.stream()
                .min(Comparator.comparing(Need::unbounded)
                        .thenComparing(n -> n.anyOf().size())
                        .thenComparing(Need::shortest, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static Need union(List<Need> needs) {
        var words = new HashSet<Anchor>();
        needs.forEach(n -> words.addAll(n.anyOf()));
        return new Need(words, needs.stream().anyMatch(Need::unbounded));
    }
}

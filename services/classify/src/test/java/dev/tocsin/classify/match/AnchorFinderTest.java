package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.junit.jupiter.api.Test;

class AnchorFinderTest {
    @Test
    void takesTheWordItself_whenThereIsOne() throws QueryNodeException {
        assertThat(words("protests")).containsExactly(stemmed("protest"));
    }

    @Test
    void takesEachWord_whenAllMustOccur() throws QueryNodeException {
        for (var term : List.of("city parliament hall", "\"city parliament hall\"")) {
            assertThat(find(term).groups())
                    .containsExactlyInAnyOrder(
                            Set.of(stemmed("citi")), Set.of(stemmed("parliament")), Set.of(stemmed("hall")));
        }
    }

    @Test
    void takesEveryWord_whenAnyWillDo() throws QueryNodeException {
        assertThat(words("riot OR unrest")).containsExactlyInAnyOrder(stemmed("riot"), stemmed("unrest"));
    }

    @Test
    void takesTheRequiredOne_whenTheOthersAreOptional() throws QueryNodeException {
        assertThat(words("+riot OR unrest")).containsExactly(stemmed("riot"));
        assertThat(find("riot AND (police OR army)").groups())
                .containsExactlyInAnyOrder(Set.of(stemmed("riot")), Set.of(stemmed("polic"), stemmed("armi")));
    }

    @Test
    void takesTheLongestWordOfEachWay_whenAnyWillDo() throws QueryNodeException {
        assertThat(words("\"tear gas\" OR \"rubber bullets\""))
                .containsExactlyInAnyOrder(stemmed("tear"), stemmed("rubber"));
    }

    @Test
    void leavesOutWhatIsExcluded() throws QueryNodeException {
        assertThat(words("strike NOT airborne")).containsExactly(stemmed("strike"));
    }

    @Test
    void takesAPrefixOfExactWords_whenTheTermEndsInAStar() throws QueryNodeException {
        assertThat(words("Demonstrator*")).containsExactly(new Anchor(true, "demonstrator", true));
        assertThat(words("pea?eful")).containsExactly(new Anchor(true, "pea", true));
    }

    @Test
    void takesBothSidesOfNearness_whenBothMustOccur() throws QueryNodeException {
        assertThat(find("fn:maxwidth(8 fn:unordered(fn:or(troops soldiers) kazakhstan))")
                        .groups())
                .containsExactlyInAnyOrder(Set.of(stemmed("troop"), stemmed("soldier")), Set.of(stemmed("kazakhstan")));
    }

    @Test
    void namesNoWord_whenOneWayToMatchIsUnbounded() throws QueryNodeException {
        var found = find("riot OR fn:wildcard(un*st)");

        assertThat(found.matchable()).isTrue();
        assertThat(found.groups()).isEmpty();
    }

    @Test
    void saysThatNothingCanMatch_whenTheTermAsksForNothing() throws QueryNodeException {
        assertThat(find("the of").matchable()).isFalse();
        assertThat(find("NOT riot").matchable()).isFalse();
    }

    private static Set<Anchor> words(String term) throws QueryNodeException {
        var groups = find(term).groups();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    private static AnchorFinder.Found find(String term) throws QueryNodeException {
        return AnchorFinder.in(new TermParser(new EnglishAnalyzer(), new ExactAnalyzer()).parse(term, "text"));
    }

    private static Anchor stemmed(String word) {
        return new Anchor(false, word, false);
    }
}

package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.junit.jupiter.api.Test;

class AnchorFinderTest {
    @Test
    void takesTheWordItself_whenThereIsOne() throws QueryNodeException {
        assertThat(words("protests")).containsExactly(stemmed("protest"));
    }

    @Test
    void takesTheLongestWord_whenAllMustOccur() throws QueryNodeException {
        assertThat(words("city parliament hall")).containsExactly(stemmed("parliament"));
        assertThat(words("\"city parliament hall\"")).containsExactly(stemmed("parliament"));
    }

    @Test
    void takesEveryWord_whenAnyWillDo() throws QueryNodeException {
        assertThat(words("riot OR unrest")).containsExactlyInAnyOrder(stemmed("riot"), stemmed("unrest"));
    }

    @Test
    void takesTheRequiredOne_whenTheOthersAreOptional() throws QueryNodeException {
        assertThat(words("+riot OR unrest")).containsExactly(stemmed("riot"));
        assertThat(words("riot AND (police OR army OR guard)")).containsExactly(stemmed("riot"));
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
    void takesOneSideOfNearness_whenBothMustOccur() throws QueryNodeException {
        assertThat(words("fn:maxwidth(8 fn:unordered(fn:or(troops soldiers) kazakhstan))"))
                .containsExactly(stemmed("kazakhstan"));
    }

    @Test
    void namesNoWord_whenOneWayToMatchIsUnbounded() throws QueryNodeException {
        var found = find("riot OR fn:wildcard(un*st)");

        assertThat(found.matchable()).isTrue();
        assertThat(found.words()).isEmpty();
    }

    @Test
    void saysThatNothingCanMatch_whenTheTermAsksForNothing() throws QueryNodeException {
        assertThat(find("the of").matchable()).isFalse();
        assertThat(find("NOT riot").matchable()).isFalse();
    }

    private static java.util.Set<Anchor> words(String term) throws QueryNodeException {
        return find(term).words();
    }

    private static AnchorFinder.Found find(String term) throws QueryNodeException {
        return AnchorFinder.in(new TermParser(new EnglishAnalyzer(), new ExactAnalyzer()).parse(term, "text"));
    }

    private static Anchor stemmed(String word) {
        return new Anchor(false, word, false);
    }
}

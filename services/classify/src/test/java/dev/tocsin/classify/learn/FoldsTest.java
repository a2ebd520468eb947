package dev.tocsin.classify.learn;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void holdsEachStoryOutOnceAndWhole_bothKindsSpread() {
        var samples = new ArrayList<Sample>();
        for (int text = 0; text < 75; text++) {
            samples.add(sample("relevant" + text / 3, true));
            samples.add(sample("irrelevant" + text / 5, false));
        }
        var folds = Folds.of(samples, 15);
        assertThat(folds.count()).isEqualTo(5);
        for (int fold = 0; fold < 5; fold++) {
            int held = fold;
            var out = samples.stream().filter(s -> folds.holdsOut(held, s)).toList();
            assertThat(out.stream().collect(groupingBy(Sample::relevant, counting())))
                    .containsEntry(true, 15L)
                    .containsEntry(false, 15L);
            var rest = samples.stream().filter(s -> !folds.holdsOut(held, s)).map(Sample::story);
            assertThat(rest)
                    .doesNotContainAnyElementsOf(out.stream().map(Sample::story).toList());
        }
        assertThat(Folds.of(samples.reversed(), 15)).isEqualTo(folds);
    }

    @Test
    void hasNoMoreFoldsThanStoriesOfTheRarerKind() {
        assertThat(Folds.of(List.of(sample("a", true), sample("b", false)), 3).count())
                .isEqualTo(3);
    }

    private static Sample sample(String story, boolean relevant) {
        return new Sample(story, relevant, 1, new BitSet(), new BitSet(), new BitSet(), true);
    }
}

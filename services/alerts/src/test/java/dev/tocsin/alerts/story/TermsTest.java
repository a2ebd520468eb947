package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Terms SOME = new Terms(new int[] {2, 4}, new float[] {2, 1});

    @Test
    void addsUp_inOrderOfKeys() {
        assertThat(SOME.plus(new Terms(new int[] {1, 2, 5}, new float[] {3, 0.5f, 1}), 10))
                .isEqualTo(new Terms(new int[] {1, 2, 4, 5}, new float[] {3, 2.5f, 1, 1}));
    }

    @Test
    void keepsTheHeaviest_andOfEqualOnesTheFirst() {
        assertThat(SOME.plus(new Terms(new int[] {1, 3}, new float[] {1, 1}), 3))
                .isEqualTo(new Terms(new int[] {1, 2, 3}, new float[] {1, 2, 1}));
    }

    @Test
    void takesBackWhatWasPutIn() {
        var more = new Terms(new int[] {-7, 4}, new float[] {3, 0.1f});

        assertThat(SOME.plus(more, 10).minus(more).keys()).containsExactly(2, 4);
        assertThat(SOME.minus(SOME)).isEqualTo(Terms.NONE);
    }

    @Test
    void staysAsItIs_whenNothingIsAdded() {
        assertThat(SOME.plus(Terms.NONE, 10)).isEqualTo(SOME);
        assertThat(Terms.NONE.plus(Terms.NONE, 10)).isEqualTo(Terms.NONE);
    }

    @Test
    void knowsWhatItHolds() {
        assertThat(SOME.contains(2)).isTrue();
        assertThat(SOME.contains(3)).isFalse();
        assertThat(SOME.weight(4)).isEqualTo(1);
        assertThat(SOME.weight(3)).isZero();
    }

    @Test
    void overlapsByWeight() {
        var other = new Terms(new int[] {2, 3}, new float[] {1, 1});

        assertThat(SOME.overlap(other)).isCloseTo(1 / 4.0, within(1e-9));
        assertThat(SOME.overlap(SOME)).isEqualTo(1);
        assertThat(Terms.NONE.overlap(Terms.NONE)).isZero();
    }

    @Test
    void isEmpty_whereTheStoreHeldOtherThings() {
        assertThat(new Terms(null, null)).isEqualTo(Terms.NONE);
    }
}

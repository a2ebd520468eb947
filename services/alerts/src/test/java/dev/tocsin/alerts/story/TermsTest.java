package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Terms SOME = Terms.NONE.plus(Map.of("b", 2f, "d", 1f), 10);

    @Test
    void addsUp_inOrderOfNames() {
        assertThat(SOME.plus(Map.of("a", 3f, "b", 0.5f, "e", 1f), 10))
                .isEqualTo(new Terms(new String[] {"a", "b", "d", "e"}, new float[] {3, 2.5f, 1, 1}));
    }

    @Test
    void keepsTheHeaviest_andOfEqualOnesTheFirst() {
        assertThat(SOME.plus(Map.of("c", 1f, "a", 1f), 3))
                .isEqualTo(new Terms(new String[] {"a", "b", "c"}, new float[] {1, 2, 1}));
    }

    @Test
    void staysAsItIs_whenNothingIsAdded() {
        assertThat(SOME.plus(Map.of(), 10)).isEqualTo(SOME);
        assertThat(Terms.NONE.plus(Map.of(), 10)).isEqualTo(Terms.NONE);
    }

    @Test
    void knowsWhatItHolds() {
        assertThat(SOME.contains("b")).isTrue();
        assertThat(SOME.contains("c")).isFalse();
        assertThat(SOME.isEmpty()).isFalse();
        assertThat(Terms.NONE.isEmpty()).isTrue();
    }
}

package dev.tocsin.alerts.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final Counts FIVE =
            Counts.NONE.plus(100).plus(105).plus(105).plus(90).plus(107);

    @Test
    void sumsFromOneSpanToAnother_inWhateverOrderTheyCame() {
        assertThat(FIVE.sum(90, 107)).isEqualTo(5);
        assertThat(FIVE.sum(91, 105)).isEqualTo(3);
        assertThat(FIVE.sum(106, 106)).isZero();
        assertThat(FIVE.sum(108, 90)).isZero();
        assertThat(FIVE.last()).isEqualTo(107);
        assertThat(Counts.NONE.last()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void forgetsWhatIsOlder() {
        assertThat(FIVE.from(101).coded()).containsExactly(105, 2, 2, 1);
        assertThat(FIVE.from(200).sum(0, 300)).isZero();
        assertThat(FIVE.from(0)).isSameAs(FIVE);
        assertThat(FIVE.latest(2).coded()).containsExactly(105, 2, 2, 1);
        assertThat(FIVE.latest(9)).isSameAs(FIVE);
    }

    @Test
    void isTheSame_afterItWasStored() throws Exception {
        var stored = Json.write(FIVE);

        assertThat(new String(stored)).isEqualTo("[90,1,10,1,5,2,2,1]");
        assertThat(Json.read(stored, Counts.class).coded()).isEqualTo(FIVE.coded());
    }
}

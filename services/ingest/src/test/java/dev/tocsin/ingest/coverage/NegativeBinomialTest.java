package dev.tocsin.ingest.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
    /** x, mean, variance: P(X ≤ x), by the recurrence of its terms in sixty decimal digits. */
    @ParameterizedTest
    @CsvSource({
        "0,12,15,2.230074519853e-05",
        "3,12,15,4.782171800373e-03",
        "11,12,15,4.741820392887e-01",
        "0,48,60,2.473304014731e-19",
        "20,48,60,2.369869280857e-05",
        "5,48,200,1.829709282780e-06",
        "150,240,400,4.203862381645e-07",
        "900,1200,1500,1.687737654340e-16",
        "0,2.5,4,1.410912471235e-01"
    })
    void agreesWithTheSumInSixtyDigits(int x, double mean, double variance, double expected) {
        assertThat(NegativeBinomial.atMost(x, mean, variance)).isCloseTo(expected, Percentage.withPercentage(0.001));
    }

    @Test
    void isThePowerOfP_whenNothingCame() {
        // r = 4, p = 1/2
        assertThat(NegativeBinomial.atMost(0, 4, 8)).isCloseTo(1 / 16.0, within(1e-10));
    }

    @Test
    void staysAboveZero_inAFarTail() {
        assertThat(NegativeBinomial.atMost(0, 600, 750)).isGreaterThan(0).isLessThan(1e-50);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "0.5,0.5723649429247001", "5,3.1780538303479458", "100,359.1342053695754"})
    void knowsTheGammaFunction(double z, double expected) {
        assertThat(NegativeBinomial.logGamma(z)).isCloseTo(expected, within(1e-10));
    }
}

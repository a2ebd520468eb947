package dev.tocsin.alerts.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurpriseTest {
    /** The second, third and fifth follow from r = m²/(v − m) by hand; the others from Poisson's distribution, whose variance is its mean. */
    @ParameterizedTest
    @CsvSource({
        "5, 1.0, 1.0, 3.660e-3",
        "5, 2.0, 4.0, 1.09375e-1",
        "20, 2.0, 4.0, 1.0490e-5",
        "10, 1.0, 1.0, 1.114e-7",
        "2, 1.0, 3.0, 2.302e-1",
        "2, 2.0, 9.0, 1",
    })
    void isTheTailOfTheDistribution(int articles, double mean, double variance, double tail) {
        assertThat(Surprise.atLeast(articles, mean, variance)).isCloseTo(tail, within(tail * 0.1));
    }

    @ParameterizedTest
    @CsvSource({"100000, 0.01, 0.01", "100000, 10, 10000", "1000000, 900000, 1e12"})
    void isAProbability_howeverLargeTheNumbers(int articles, double mean, double variance) {
        assertThat(Surprise.atLeast(articles, mean, variance)).isBetween(0.0, 1.0);
    }
}

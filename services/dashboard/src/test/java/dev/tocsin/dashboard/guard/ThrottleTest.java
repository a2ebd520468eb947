package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final String HERE = "192.0.2.1";
    private static final String DEVICE = "device";

    private Instant now = Instant.parse("2026-01-06T12:00:00Z");
    private final Throttle throttle = new Throttle(() -> now);

    private int taken(String account, String address, String device, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += throttle.take(account, address, device).isZero() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void letsFiveGuessesAtAnAccountThrough_andThenOneAMinute() {
        assertThat(taken("anna", HERE, null, 10)).isEqualTo(5);
        assertThat(throttle.take("anna", HERE, null)).isEqualTo(Duration.ofMinutes(1));

        now = now.plusSeconds(59);
        assertThat(throttle.take("anna", HERE, null)).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(taken("anna", HERE, null, 10)).isEqualTo(1);
    }

    @Test
    void slowsAnAddressDown_overAllAccounts() {
        int taken = 0;
        for (int i = 0; i < 100; i++) {
            taken += taken("user" + i, HERE, null, 1);
        }

        assertThat(taken).isEqualTo(20);
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        assertThat(taken("anna", "2001:db8:1:2::1", null, 5)).isEqualTo(5);

        assertThat(taken("anna", "2001:db8:1:2:ffff::9", null, 1)).isZero();
        assertThat(taken("anna", "2001:db8:1:3::1", null, 1)).isEqualTo(1);
    }

    @Test
    void slowsManyAddressesDown_overOneAccount() {
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            taken += taken("anna", "198.51.100." + i, null, 1);
        }

        assertThat(taken).isEqualTo(50);
    }

    @Test
    void locksNobodyOut_whoSignedInFromThereBefore() {
        for (int i = 0; i < 200; i++) {
            taken("anna", "198.51.100." + i, null, 5);
        }
        taken("anna", HERE, null, 100);

        assertThat(taken("anna", HERE, DEVICE, 10)).isEqualTo(10);
        assertThat(taken("anna", HERE, DEVICE, 1)).isZero();
    }

    @Test
    void countsNoGuess_thatWasRight() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.take("anna", HERE, null)).isZero();
            throttle.giveBack("anna", HERE, null);
        }
    }

    @Test
    void holdsNoMoreThanItsMeasure_howeverManyNamesAreTried() {
        for (int i = 0; i < 30_000; i++) {
            taken("user" + i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), null, 1);
        }

        assertThat(taken("user29999", "10.0.117.47", null, 10)).isEqualTo(4);
    }
}

package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {
    private static CrossSite.Sent sent(
            String method, @Nullable String site, @Nullable String mode, @Nullable String origin) {
        return new CrossSite.Sent(method, site, mode, origin, "desk.example:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, same-origin, cors, http://desk.example:8080, false, true",
        "POST, none, navigate, , false, true",
        "POST, cross-site, navigate, http://desk.example:8080, true, false",
        "POST, same-site, cors, , true, false",
        "DELETE, cross-site, cors, , true, false",
        "POST, , , http://desk.example:8080, false, true",
        "POST, , , HTTP://DESK.example:8080, false, true",
        "POST, , , http://desk.example, true, false",
        "POST, , , https://elsewhere.example, true, false",
        "POST, , , null, true, false",
        "POST, , , not an address, true, false",
        "POST, , , , false, false",
        "GET, cross-site, navigate, , false, false",
        "GET, cross-site, no-cors, , true, false",
        "GET, cross-site, cors, https://elsewhere.example, true, false",
        "GET, cross-site, , , true, false",
        "GET, same-site, no-cors, , false, false",
        "GET, , , https://elsewhere.example, false, false"
    })
    void refusesWhatAnotherSiteSends_andKnowsItsOwn(
            String method, String site, String mode, String origin, boolean refused, boolean own) {
        assertThat(CrossSite.refuses(sent(method, site, mode, origin))).isEqualTo(refused);
        assertThat(CrossSite.isProvenOwn(sent(method, site, mode, origin))).isEqualTo(own);
    }

    @Test
    void knowsNoOwnPage_whereTheHostIsUnknown() {
        var sent = new CrossSite.Sent("POST", null, null, "http://desk.example", null);

        assertThat(CrossSite.refuses(sent)).isTrue();
    }
}

package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {
    @ParameterizedTest
    @CsvSource({
        "POST, cross-site, https://elsewhere.example, desk.example:8080",
        "POST, same-site, https://other.desk.example, desk.example",
        "DELETE, cross-site, , desk.example",
        "POST, , https://elsewhere.example, desk.example",
        "POST, , null, desk.example",
        "POST, , http://desk.example:9999, desk.example:8080",
        "POST, , not a uri, desk.example",
        "POST, , http://desk.example, ",
        "post, cross-site, , desk.example",
    })
    void refusesWhatAnotherSiteSends(
            String method, @Nullable String site, @Nullable String origin, @Nullable String authority) {
        assertThat(CrossSite.refuses(method, site, origin, authority)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, cross-site, https://elsewhere.example, desk.example",
        "POST, same-origin, http://desk.example:8080, desk.example:8080",
        "POST, none, , desk.example",
        "POST, , http://Desk.example:8080, desk.example:8080",
        "POST, , , desk.example",
    })
    void letsPassWhatIsReadOrComesFromItself(
            String method, @Nullable String site, @Nullable String origin, @Nullable String authority) {
        assertThat(CrossSite.refuses(method, site, origin, authority)).isFalse();
    }
}

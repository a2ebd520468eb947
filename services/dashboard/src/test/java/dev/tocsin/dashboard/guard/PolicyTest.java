package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final Caller PUSHER = Caller.key("k", "wire", Role.PUSHER);
    private static final Caller VIEWER = Caller.key("k", "wall", Role.VIEWER);

    @ParameterizedTest
    @CsvSource({
        "PUSHER,  PUSHER,  true", "PUSHER,  VIEWER,  false", "PUSHER,  ANALYST, false", "PUSHER,  ADMIN, false",
        "VIEWER,  PUSHER,  false", "VIEWER,  VIEWER,  true", "VIEWER,  ANALYST, false", "VIEWER,  ADMIN, false",
        "ANALYST, PUSHER,  false", "ANALYST, VIEWER,  true", "ANALYST, ANALYST, true", "ANALYST, ADMIN, false",
        "ADMIN,   PUSHER,  true", "ADMIN,   VIEWER,  true", "ADMIN,   ANALYST, true", "ADMIN,   ADMIN, true"
    })
    void eachRoleMayWhatThoseBelowItMay(Role role, Role needed, boolean may) {
        assertThat(role.covers(needed)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/whatever-comes, VIEWER",
        "POST /api/whatever-comes, ADMIN",
        "PUT /whatever-comes/{id}, ADMIN",
        "DELETE /api/alerts/{storyId}, ADMIN",
        "GET /api/users, ADMIN",
        "GET /api/users/{id}, ADMIN",
        "GET /api/audit.csv, ADMIN",
        "GET /settings/keys, ADMIN",
        "GET /settings, VIEWER",
        "GET /api/keysomething, VIEWER",
        "POST /api/articles, PUSHER",
        "POST /api/alerts/{storyId}/verdicts, ANALYST",
        "PUT /api/searches/{name}, ANALYST",
        "POST /articles/searches/delete, ANALYST"
    })
    void isClosed_whereNothingIsSaid(String endpoint, Role needed) {
        assertThat(Policy.needed(Endpoint.of(endpoint))).contains(needed);
    }

    @Test
    void isOpenForSigningInAndForProbes_only() {
        assertThat(Policy.needed(Endpoint.of("POST /login"))).isEmpty();
        assertThat(Policy.needed(Endpoint.of("GET /q/health/ready"))).isEmpty();
        assertThat(Policy.needed(Endpoint.of("PUT /login"))).contains(Role.ADMIN);
        assertThat(Policy.needed(Endpoint.of("GET /q/metrics"))).contains(Role.VIEWER);
        assertThat(Policy.needed(Endpoint.of("GET /assetsx"))).contains(Role.VIEWER);
    }

    @Test
    void writesDownWhatChangesTocsin_andNoQuestions() {
        assertThat(Policy.isChange(Endpoint.of("DELETE /api/feeds/{id}"))).isTrue();
        assertThat(Policy.isChange(Endpoint.of("POST /api/whatever-comes"))).isTrue();
        assertThat(Policy.isChange(Endpoint.of("POST /api/feeds/preview"))).isFalse();
        assertThat(Policy.isChange(Endpoint.of("GET /api/feeds"))).isFalse();
    }

    @Test
    void letsNobodyPassTheGate_butToADoor() {
        assertThat(Policy.letsPass(Caller.NOBODY, "GET", "/login")).isTrue();
        assertThat(Policy.letsPass(Caller.NOBODY, "GET", "/assets/base.css")).isTrue();
        assertThat(Policy.letsPass(Caller.NOBODY, "GET", "/login/../api/users")).isFalse();
        assertThat(Policy.letsPass(Caller.NOBODY, "GET", "/api/live")).isFalse();
        assertThat(Policy.letsPass(VIEWER, "GET", "/api/live")).isTrue();
        assertThat(Policy.letsPass(PUSHER, "GET", "/api/live")).isFalse();
        assertThat(Policy.letsPass(PUSHER, "POST", "/api/articles")).isTrue();
        assertThat(Policy.letsPass(PUSHER, "GET", "/api/articles")).isFalse();
    }
}

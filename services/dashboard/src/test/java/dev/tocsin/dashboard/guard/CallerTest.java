package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {
    private static final Caller DANA = Caller.person("dana", "Dana", Role.ANALYST, "s");
    private static final Caller BOT = Caller.key("k", "desk bot", Role.ANALYST);

    @Test
    void decidesUnderTheOwnName_whateverAPersonSays() {
        assertThat(DANA.signature("Mallory")).isEqualTo("Dana");
        assertThat(DANA.signature(null)).isEqualTo("Dana");
    }

    @Test
    void letsAMachineSayForWhom_withItsNameBesideIt() {
        assertThat(BOT.signature("Dana")).isEqualTo("Dana via desk bot");
        assertThat(BOT.signature(" ")).isEqualTo("desk bot");
        assertThat(BOT.signature("a\nb")).isEqualTo("a b via desk bot");
        assertThat(BOT.signature("x".repeat(300))).hasSize(80).endsWith("x via desk bot");
    }

    @Test
    void isKnown_onlyWithANameBehindIt() {
        assertThat(DANA.isKnown()).isTrue();
        assertThat(BOT.isKnown()).isTrue();
        assertThat(Caller.VISITOR.isKnown()).isFalse();
        assertThat(Caller.NOBODY.may(Role.VIEWER)).isFalse();
        assertThat(Caller.VISITOR.may(Role.ANALYST)).isFalse();
    }
}

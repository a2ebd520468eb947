package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 6 January 2022 the ministry said 18 were killed and 748 injured.",
                "\"We will stay,\" he said – and they did.",
                "हिन्दी में एक वाक्य",
                "人们走上广场抗议燃料价格上涨"
            })
    void isProse_whenPeopleWroteIt(String text) {
        assertThat(Prose.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12:30 – 4 : 5", "a1b2c3d4 e5f6", "if(a[0]==b){return c;}"})
    void isNone_whenItIsFiguresOrProgramText(String text) {
        assertThat(Prose.is(text)).isFalse();
    }
}

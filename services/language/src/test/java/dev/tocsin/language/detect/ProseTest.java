package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was the law of the strongest [2].",
                "On 3 June 2012.",
                "The area is 12 km<sup>2</sup>, he wrote.",
                "On 6 January 2022 the ministry said 18 were killed and 748 injured.",
                "\"We will stay,\" he said – and they did.",
                "हिन्दी में एक वाक्य",
                "人们走上广场抗议燃料价格上涨"
            })
    void isProse_whenPeopleWroteIt(String text) {
        assertThat(Sample.of(null, text, 2000).isProse()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12:30 – 4 : 5", "a1b2c3d4 e5f6", "if(a[0]==b){return c;}"})
    void isNone_whenItIsFiguresOrProgramText(String text) {
        assertThat(Sample.of(null, text, 2000).isProse()).isFalse();
    }
}

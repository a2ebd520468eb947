package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
    private static final CharSequenceNormalizer CHAT = TwitterCharSequenceNormalizer.getInstance();
    private static final CharSequenceNormalizer LINKS = UrlCharSequenceNormalizer.getInstance();
    private static final CharSequenceNormalizer EMOJI = EmojiCharSequenceNormalizer.getInstance();

    @ParameterizedTest
    @ValueSource(
            strings = {"RT @desk: come", "rt: look", "ну ха #almaty", "so :-) it is", "xD", "hahaha", "jejeje", "x-p"})
    void seesChat(String text) {
        assertThat(Noise.mayBeChat(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The court report of the port", "Протесты в Алма-Ате: дом", "Tokayev asks for troops", ""})
    void sparesNews(String text) {
        assertThat(Noise.mayBeChat(text)).isFalse();
        assertThat(Noise.mayHoldLinks(text)).isFalse();
    }

    @Test
    void missesNothingThatThePatternsTakeOut() {
        var pieces = new String[] {
            "a",
            "e",
            "h",
            "j",
            "ha",
            "RT",
            "rt",
            ":",
            " ",
            "-",
            ")",
            "x",
            "d",
            "p",
            "#",
            "@",
            ";",
            "s",
            "\n",
            "/",
            "т",
            "_",
            "\uD83D\uDE00",
            "http://a.b",
            "c@d.ef"
        };
        var random = new Random(7);
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            untouched(text, Noise.mayBeChat(text), CHAT);
            untouched(text, Noise.mayHoldLinks(text), LINKS);
            untouched(text, Noise.mayHoldEmoji(text), EMOJI);
        }
    }

    private static void untouched(CharSequence text, boolean suspected, CharSequenceNormalizer pattern) {
        if (!suspected) {
            assertThat(pattern.normalize(text)).hasToString(text.toString());
        }
    }
}

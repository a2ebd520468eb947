package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedQueryTest {
    @Test
    void narrowsNothing_whenAllIsBlank() {
        assertThat(FeedQuery.of(" ", "", null, " ", "")).isEqualTo(FeedQuery.ALL);
    }

    @Test
    void takesACountryInEitherCase_andWordsOneByOne() {
        var query = FeedQuery.of("paused", "a/b", "kz", "ru", " two  words ");
        assertThat(query.country()).isEqualTo("KZ");
        assertThat(query.q()).containsExactly("two", "words");
    }

    @Test
    void refusesAStateThatThereIsNot_andTooMuchText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedQuery.of("sleepy", null, null, null, null))
                .withMessageContaining("expected one of new, ok,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedQuery.of(null, null, null, null, "x".repeat(201)))
                .withMessageContaining("'q' has 201 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "вестник,Степной ВЕСТНИК,true",
        "STRASSE,die strasse,true",
        "a.b,axb,false",
        "(south),Courier (South),true",
        "a\\Qb,a\\qB,true",
        "x$,x$y,true",
        "q,nothing,false"
    })
    void findsAWordAsItStands_inEitherCase(String word, String text, boolean found) {
        assertThat(Pattern.compile(FeedQuery.anyCase(word)).matcher(text).find())
                .isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "(south)", "a\\Qb\\E", "x$^|", "\u202E\u0000", "юг 😀"})
    void findsATextAsItIs(String text) {
        assertThat(text).matches(FeedQuery.asItIs(text));
        assertThat(FeedQuery.asItIs(text)).doesNotContain("\u0000");
    }
}
